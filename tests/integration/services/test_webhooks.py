"""Backends are told once of what happened, signed, whatever receivers do; and of nobody who has gone."""

import json
import socket
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from app.config import Settings
from app.db import transaction
from app.errors import BadRequest, Conflict, NotFound
from app.outgoing import post as posting
from app.outgoing import signature
from app.services import connections, leaving, retention, rotation, sync, webhooks
from app.storage import connections as stored
from app.storage import webhooks as storage
from tests.integration.services.conftest import SCOPE, Bells, answer_bells
from tests.integration.services.facts import job_of, only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail


class Receiver(ThreadingHTTPServer):
    """A backend: it writes down what it is sent, and answers what a test says, 204 when that is used up."""

    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.answers: list[int] = []
        self.hold: threading.Event | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook?for=us"

    def told(self) -> list[dict[str, Any]]:
        return [json.loads(body) for _, body in self.got]


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path != "/hook?for=us":
            self.send_error(404)
            return
        if self.server.hold is not None:
            self.server.hold.wait(30)
        self.server.got.append(({name.lower(): value for name, value in self.headers.items()}, body))
        self.send_response(self.server.answers.pop(0) if self.server.answers else 204)
        self.send_header("Location", f"{self.server.url}&again=1")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def backend(person: uuid.UUID, app_settings: Callable[..., Settings]) -> Iterator[Receiver]:
    app_settings(WEBHOOK_PRIVATE_TARGETS="true")
    with Receiver() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def due_now() -> None:
    run("UPDATE webhook_deliveries SET due_at = now() WHERE state = 'pending'")
    run("UPDATE webhooks SET resume_at = now()")


def states() -> list[tuple[str, int, str | None]]:
    found = rows("SELECT state, attempts, last_result FROM webhook_deliveries ORDER BY created_at, id")
    return [(row["state"], row["attempts"], row["last_result"]) for row in found]


def test_a_whole_import_is_told_of_once_and_signed(
    person: uuid.UUID, backend: Receiver, bells: Bells, gmail: ScriptedGmail
) -> None:
    secret = webhooks.register(backend.url, ["sync.completed", "sync.failed"]).secret
    gmail.fill(payments=2, letters=1)
    sync.start(person, 6)
    answer_bells(bells)
    assert webhooks.deliver() == 1
    assert webhooks.deliver() == 0
    ((headers, body),) = backend.got
    job = job_of(person)
    said = json.loads(body)
    assert said["type"] == "sync.completed"
    assert said["data"] == {
        "user_id": str(person), "job_id": str(job["id"]), "kind": "initial", "total_emails": 3, "processed_emails": 3,
        "parsed_transactions": job["parsed_transactions"], "skipped_emails": job["skipped_emails"],
        "failed_emails": job["failed_emails"], "code": None,
    }  # fmt: skip
    expected = signature.headers(secret, headers["webhook-id"], int(headers["webhook-timestamp"]), body)
    assert expected.items() <= headers.items()
    assert abs(int(headers["webhook-timestamp"]) - time.time()) < 60
    assert states() == [("delivered", 1, "204")]


def test_a_connection_that_is_lost_is_told_with_its_reason_and_only_to_those_who_asked(
    person: uuid.UUID, backend: Receiver
) -> None:
    webhooks.register(backend.url, ["sync.failed"])
    webhooks.register(backend.url, ["connection.needs_reconnect", "connection.reconnected"])
    with transaction() as session:
        stored.needs_reconnect(session, person, "invalid_grant")
        stored.needs_reconnect(session, person, "invalid_grant")
    connections.connect(person, "asha@example.com", "another-token", [SCOPE])
    webhooks.deliver()
    assert sorted((one["type"], one["data"]["reason"] or "") for one in backend.told()) == [
        ("connection.needs_reconnect", "invalid_grant"),
        ("connection.reconnected", ""),
    ]


def lose_and_fail(person: uuid.UUID) -> None:
    with transaction() as session:
        stored.needs_reconnect(session, person, "invalid_grant")
        raise RuntimeError("the rest of the transaction failed")


def test_what_is_rolled_back_is_not_told(person: uuid.UUID, backend: Receiver) -> None:
    webhooks.register(backend.url, [])
    with pytest.raises(RuntimeError):
        lose_and_fail(person)
    assert webhooks.deliver() == 0


def test_a_receiver_that_fails_is_asked_again_later_with_the_same_id(backend: Receiver) -> None:
    made = webhooks.register(backend.url, [])
    webhooks.send_test(made.webhook.id)
    backend.answers = [500, 302, 404]
    for attempt, answer in enumerate(("500", "302", "404"), start=1):
        webhooks.deliver()
        assert states() == [("pending", attempt, answer)]
        assert webhooks.deliver() == 0  # not at once
        assert only("SELECT failures FROM webhooks")["failures"] == attempt
        due_now()
    webhooks.deliver()
    assert states() == [("delivered", 4, "204")]
    assert len({headers["webhook-id"] for headers, _ in backend.got}) == 1
    assert len(backend.got) == 4  # no redirect was followed
    assert only("SELECT failures, failing_since FROM webhooks") == {"failures": 0, "failing_since": None}


def test_one_event_that_is_never_taken_does_not_hold_up_the_others(backend: Receiver) -> None:
    made = webhooks.register(backend.url, [])
    webhooks.send_test(made.webhook.id)
    backend.answers = [400]
    webhooks.deliver()
    webhooks.send_test(made.webhook.id)
    webhooks.deliver()
    assert sorted(states()) == [("delivered", 1, "204"), ("pending", 1, "400")]


def test_a_receiver_that_always_fails_rests_longer_and_longer_and_is_given_up(backend: Receiver) -> None:
    made = webhooks.register(backend.url, [])
    webhooks.send_test(made.webhook.id)
    waits = []
    for _ in range(len(webhooks.AGAIN_SECONDS) + 1):
        backend.answers = [503]
        webhooks.deliver()
        waits.append(only("SELECT extract(epoch FROM resume_at - now())::float AS s FROM webhooks")["s"])
        due_now()
    assert states() == [("failed", len(webhooks.AGAIN_SECONDS) + 1, "503")]
    assert [round(one, -1) for one in waits[1:6]] == [0, 30, 120, 600, 1800]
    assert waits[-1] == pytest.approx(webhooks.REST_SECONDS[-1], abs=30)
    assert webhooks.deliver() == 0


def test_a_receiver_that_took_nothing_for_days_is_disabled_and_can_be_enabled(backend: Receiver) -> None:
    made = webhooks.register(backend.url, [])
    for _ in range(2):
        webhooks.send_test(made.webhook.id)
    run("UPDATE webhooks SET failing_since = now() - interval '6 days', failures = 30")
    backend.answers = [500]
    webhooks.deliver()
    (kept,) = webhooks.all_webhooks()
    assert (kept.state, kept.state_reason) == ("disabled", "failing")
    assert {state for state, *_ in states()} == {"failed"}
    with pytest.raises(Conflict):
        webhooks.send_test(made.webhook.id)
    assert webhooks.enable(made.webhook.id).state == "active"
    webhooks.send_test(made.webhook.id)
    webhooks.deliver()
    assert states()[-1][0] == "delivered"


def test_one_that_says_gone_is_disabled_at_once(backend: Receiver) -> None:
    made = webhooks.register(backend.url, [])
    webhooks.send_test(made.webhook.id)
    backend.answers = [410]
    webhooks.deliver()
    assert [(one.state, one.state_reason) for one in webhooks.all_webhooks()] == [("disabled", "410")]


def test_a_receiver_that_hangs_or_answers_in_drops_is_cut_off(backend: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "SECONDS", 0.4)  # a test need not wait for ten
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        made = webhooks.register(url, [])
        webhooks.send_test(made.webhook.id)
        dripping = threading.Thread(target=_drip, args=(silent,))
        dripping.start()
        begun = time.monotonic()
        webhooks.deliver()
        assert time.monotonic() - begun < 4
        dripping.join()
    assert states()[0][0] == "pending"
    assert states()[0][2] in ("timeout", "connection", "bad_answer")


def _drip(server: socket.socket) -> None:
    taken, _ = server.accept()
    with taken:
        try:
            for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 100:
                taken.sendall(bytes([byte]))
                time.sleep(0.05)
        except OSError:
            return


def test_a_receiver_that_takes_its_time_does_not_outlast_the_task(
    backend: Receiver, app_settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    app_settings(WEBHOOK_PRIVATE_TARGETS="true", BATCH_SOFT_LIMIT_SECONDS="10")  # half of it is a send's time
    monkeypatch.setattr(webhooks, "post", lambda *_: 204)  # which of them were sent is all that counts
    made = webhooks.register(backend.url, [])
    for _ in range(3):
        webhooks.send_test(made.webhook.id)
    assert webhooks.deliver() == 1
    assert sorted(states()) == [("delivered", 1, "204"), ("pending", 0, None), ("pending", 0, None)]


def test_nobody_there_and_tls_that_is_none(backend: Receiver) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = f"http://127.0.0.1:{taken.getsockname()[1]}/"
    for url in (free, backend.url.replace("http:", "https:")):
        webhooks.send_test(webhooks.register(url, []).webhook.id)
    webhooks.deliver()
    assert sorted(result for _, _, result in states() if result) == ["connection", "tls"]


def test_a_name_that_points_into_our_network_later_is_not_followed(
    backend: Receiver, app_settings: Callable[..., Settings]
) -> None:
    webhooks.send_test(webhooks.register(backend.url, []).webhook.id)
    app_settings(WEBHOOK_PRIVATE_TARGETS="false")
    webhooks.deliver()
    assert (states(), backend.got) == ([("pending", 1, "webhook_target")], [])


def test_what_cannot_be_registered(person: uuid.UUID, backend: Receiver, app_settings: Callable[..., Settings]) -> None:
    with pytest.raises(BadRequest) as unknown:
        webhooks.register(backend.url, ["sync.begun"])
    assert unknown.value.code == "unknown_event"
    app_settings(WEBHOOK_PRIVATE_TARGETS="false")
    with pytest.raises(BadRequest) as inside:
        webhooks.register("https://127.0.0.1/", [])
    assert inside.value.code == "webhook_target"
    assert rows("SELECT id FROM webhooks") == []


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "2130706433", "0x7f.1", "127.1", "[::1]", "localhost", "169.254.169.254", "[::ffff:169.254.169.254]", "0"],
)
def test_no_notation_of_an_address_of_ours_is_taken(person: uuid.UUID, host: str) -> None:
    with pytest.raises(BadRequest) as refused:
        webhooks.register(f"https://{host}/", [])
    assert refused.value.code == "webhook_target"


def test_there_are_no_more_than_so_many(backend: Receiver) -> None:
    for _ in range(webhooks.MOST):
        made = webhooks.register(backend.url, [])
    with pytest.raises(Conflict):
        webhooks.register(backend.url, [])
    webhooks.remove(made.webhook.id)
    with pytest.raises(NotFound):
        webhooks.remove(made.webhook.id)
    webhooks.register(backend.url, [])


def test_a_receiver_that_takes_its_time_holds_up_no_other(backend: Receiver) -> None:
    """The slow one answers nothing until the other has got all: were they sent in turn, it would come to its time-out."""
    with Receiver() as slow:
        thread = threading.Thread(target=slow.serve_forever, args=(0.05,))
        thread.start()
        slow.hold = threading.Event()
        for receiver in (slow, backend):
            made = webhooks.register(receiver.url, [])
            for _ in range(10):
                webhooks.send_test(made.webhook.id)
        watcher = threading.Thread(target=_release_when, args=(slow.hold, lambda: len(backend.got) == 10))
        watcher.start()
        assert webhooks.deliver() == 20
        watcher.join()
        slow.shutdown()
        thread.join()
    assert {state for state, _, _ in states()} == {"delivered"}


def _release_when(held: threading.Event, is_so: Callable[[], bool]) -> None:
    while not is_so():
        time.sleep(0.01)
    held.set()


def test_two_workers_share_what_is_due(backend: Receiver) -> None:
    made = webhooks.register(backend.url, [])
    for _ in range(30):
        webhooks.send_test(made.webhook.id)
    workers = [threading.Thread(target=webhooks.deliver) for _ in range(3)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    webhooks.deliver()  # what one had taken while the others looked
    assert len(backend.got) == len({headers["webhook-id"] for headers, _ in backend.got}) == 30


def test_nobody_is_told_of_who_was_erased(person: uuid.UUID, backend: Receiver, app_settings: Callable[..., Settings]) -> None:
    app_settings(GOOGLE_REVOKE_URL="http://127.0.0.1:9/")
    webhooks.register(backend.url, ["connection.disconnected", "sync.failed"])
    leaving.disconnect(person, erase_data=True)
    assert [row["event"] for row in rows("SELECT event FROM webhook_deliveries")] == ["connection.disconnected"]
    leaving.erase(person)
    assert rows("SELECT id FROM webhook_deliveries") == []
    assert webhooks.deliver() == 0


def test_that_somebody_was_erased_is_told_once_and_then_forgotten(
    person: uuid.UUID, backend: Receiver, app_settings: Callable[..., Settings]
) -> None:
    app_settings(GOOGLE_REVOKE_URL="http://127.0.0.1:9/")
    webhooks.register(backend.url, ["user.erased"])
    deaf = webhooks.register(backend.url.replace("hook", "deaf"), ["user.erased"])
    receipt = leaving.erase(person)
    backend.answers = [204]
    webhooks.deliver()
    told = {"user_id": str(person), "erasure_id": str(receipt.id)}
    assert [(one["type"], one["data"]) for one in backend.told()] == [("user.erased", told)]
    assert sorted(row["payload"].get("user_id", "") for row in rows("SELECT payload FROM webhook_deliveries")) == [
        "",
        str(person),
    ]
    with transaction() as session:
        storage.disable(session, deaf.webhook.id, "failing")
    assert [row["payload"] for row in rows("SELECT payload FROM webhook_deliveries")] == [{}, {}]
    leaving.finish()
    assert len(states()) == 2


def test_each_batch_that_brings_transactions_is_told_of(
    person: uuid.UUID, backend: Receiver, bells: Bells, gmail: ScriptedGmail
) -> None:
    webhooks.register(backend.url, ["transactions.stored"])
    gmail.fill(payments=12, letters=3)
    sync.start(person, 6)
    answer_bells(bells)
    webhooks.deliver()
    job = {"user_id": str(person), "job_id": str(job_of(person)["id"]), "kind": "initial"}
    told = [one["data"] for one in backend.told()]
    assert sum(one["transactions"] for one in told) == 12
    assert [{name: one[name] for name in job} for one in told] == [job] * len(told)
    assert {tuple(sorted(one)) for one in told} == {("job_id", "kind", "transactions", "user_id")}


def test_secrets_are_sealed_and_go_under_a_new_key(backend: Receiver, app_settings: Callable[..., Settings]) -> None:
    from cryptography.fernet import Fernet

    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    run("DELETE FROM gmail_connections")
    app_settings(TOKEN_ENCRYPTION_KEYS=old)
    made = webhooks.register(backend.url, [])
    assert made.secret.encode() not in bytes(only("SELECT secret_encrypted AS s FROM webhooks")["s"])
    app_settings(TOKEN_ENCRYPTION_KEYS=f"{new},{old}")
    assert rotation.rotate(5) == rotation.Rotated(1, 0, 0)
    app_settings(TOKEN_ENCRYPTION_KEYS=new)
    webhooks.send_test(made.webhook.id)
    webhooks.deliver()
    ((headers, body),) = backend.got
    assert (
        signature.headers(made.secret, headers["webhook-id"], int(headers["webhook-timestamp"]), body).items() <= headers.items()
    )


def test_a_secret_that_was_tampered_with_disables_its_webhook(backend: Receiver, app_settings: Callable[..., Settings]) -> None:
    from cryptography.fernet import Fernet

    made = webhooks.register(backend.url, [])
    run("UPDATE webhooks SET secret_encrypted = overlay(secret_encrypted placing '\\x00'::bytea from 30)")
    webhooks.send_test(made.webhook.id)
    webhooks.deliver()
    assert [(one.state, one.state_reason) for one in webhooks.all_webhooks()] == [("disabled", "secret_unreadable")]
    assert backend.got == []
    app_settings(TOKEN_ENCRYPTION_KEYS=Fernet.generate_key().decode())
    run("DELETE FROM gmail_connections")
    run("UPDATE webhooks SET state = 'active', state_reason = NULL, secret_encrypted = 'rubbish'")
    assert rotation.rotate(5) == rotation.Rotated(0, 1, 0)
    assert [(one.state, one.secret_encrypted) for one in webhooks.all_webhooks()] == [("disabled", None)]


def test_what_was_told_is_forgotten_in_time(backend: Receiver) -> None:
    made = webhooks.register(backend.url, [])
    webhooks.send_test(made.webhook.id)
    webhooks.deliver()
    webhooks.send_test(made.webhook.id)
    run("UPDATE webhook_deliveries SET created_at = now() - interval '40 days'")
    assert retention.forget_old()["deliveries"] == 1
    assert states() == [("pending", 0, None)]


def test_pages_of_deliveries(backend: Receiver) -> None:
    made = webhooks.register(backend.url, [])
    told = [webhooks.send_test(made.webhook.id).id for _ in range(5)]
    seen: list[uuid.UUID] = []
    cursor = None
    while True:
        page = webhooks.deliveries(made.webhook.id, cursor=cursor, limit=2)
        seen += [one.id for one in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert seen == told[::-1]
    with pytest.raises(NotFound):
        webhooks.deliveries(uuid.uuid4(), cursor=None, limit=2)
