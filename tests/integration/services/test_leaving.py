"""Who leaves is left alone: no token, no task, no row, whatever is at work at that moment; and Google is told."""

import json
import threading
import uuid
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
import redis
from cryptography.fernet import Fernet

from app.config import Settings, get_settings
from app.db import transaction
from app.errors import Conflict, NotFound
from app.gmail.port import Fetched
from app.services import connections, dispatch, incremental, leaving, revoking, rotation, schedule, sync, users
from app.services.granting import Grant
from app.storage import connections as connections_stored
from app.storage.revocations import Due
from tests.integration.api.conftest import ringing_by
from tests.integration.services.conftest import SCOPE, Bells, answer_bells, new_person
from tests.integration.services.facts import assert_balanced, job_of, only, rows, run, wait_until_blocked
from tests.integration.services.scripted_gmail import ScriptedGmail, payment

EMAIL = "asha@example.com"


class RevokeEndpoint(ThreadingHTTPServer):
    """Google's, as far as it matters: it writes down the tokens, and answers what a test says."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.tokens: list[str] = []
        self.answers: list[tuple[int, dict[str, str]]] = []


class _Handler(BaseHTTPRequestHandler):
    server: RevokeEndpoint

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.tokens.append(form["token"][0])
        status, said = self.server.answers.pop(0) if self.server.answers else (200, {})
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(autouse=True)
def broker(redis_url: str) -> Iterator[redis.Redis]:
    with ringing_by(redis_url), redis.Redis.from_url(redis_url) as client:
        yield client


@pytest.fixture
def google(app_settings: Callable[..., Settings]) -> Iterator[RevokeEndpoint]:
    with RevokeEndpoint() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        app_settings(GOOGLE_REVOKE_URL=f"http://127.0.0.1:{server.server_port}/revoke")
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def imported(person: uuid.UUID, google: RevokeEndpoint, gmail: ScriptedGmail, bells: Bells) -> uuid.UUID:
    gmail.fill(payments=12, letters=3)
    sync.start(person, 6)
    answer_bells(bells)
    assert_balanced(person)
    return person


def connection(person: uuid.UUID) -> dict[str, object]:
    return dict(only("SELECT * FROM gmail_connections WHERE user_id = :u", u=person))


def traces_of(person: uuid.UUID) -> dict[str, int]:
    """Rows by table and column that hold this id: every uuid column of every table there is."""
    columns = rows(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'uuid'"
    )
    assert {(one["table_name"], one["column_name"]) for one in columns} >= {("users", "id"), ("transactions", "user_id")}
    found = {}
    for one in columns:
        table, column = one["table_name"], one["column_name"]
        count = only(f'SELECT count(*) AS n FROM "{table}" WHERE "{column}" = :u', u=person)["n"]
        if count:
            found[f"{table}.{column}"] = count
    return found


# ── disconnect ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_disconnecting_ends_the_grant_and_keeps_the_data(imported: uuid.UUID, google: RevokeEndpoint) -> None:
    left = leaving.disconnect(imported, erase_data=False)
    assert (left.revocation, left.erased, google.tokens) == ("revoked", {}, ["refresh-token"])
    now = connection(imported)
    assert (now["state"], now["state_reason"], now["next_sync_at"]) == ("disconnected", "revoked", None)
    assert (now["refresh_token_encrypted"], now["access_token_encrypted"]) == (None, None)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 12
    assert rows("SELECT * FROM token_revocations") == []


def test_a_live_job_ends_and_a_batch_at_work_writes_nothing(
    person: uuid.UUID, google: RevokeEndpoint, gmail: ScriptedGmail, bells: Bells, monkeypatch: pytest.MonkeyPatch
) -> None:
    gmail.fill(payments=20)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    dispatch.dispatch()
    fetch = gmail.fetch

    def leave_meanwhile(ids: tuple[str, ...], *, deadline_seconds: float, **_: object) -> Fetched:
        leaving.disconnect(person, erase_data=False)
        return fetch(ids, deadline_seconds=deadline_seconds)

    # The one moment at which a worker holds no transaction.
    monkeypatch.setattr(gmail, "fetch", leave_meanwhile)
    answer_bells(bells)
    job = job_of(person)
    assert (job["status"], job["failure_code"], job["processed_emails"]) == ("failed", "disconnected", 0)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 0
    dispatch.dispatch()
    assert (schedule.ring_due(), bells.rung) == (0, [])


def test_nothing_is_looked_at_after_disconnecting(imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    leaving.disconnect(imported, erase_data=False)
    gmail.calls.clear()
    incremental.check_mailbox(imported)
    with pytest.raises(Conflict) as caught:
        sync.start(imported, 6)
    assert (caught.value.code, gmail.calls) == ("not_connected", [])


def test_connecting_again_goes_on_where_it_was(imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    cursor = connection(imported)["history_id"]
    leaving.disconnect(imported, erase_data=False)
    connections.connect(imported, EMAIL, "another-token", [SCOPE])
    assert (connection(imported)["history_id"], connection(imported)["state"]) == (cursor, "active")
    assert schedule.ring_due() == 1


def test_disconnecting_may_erase_the_data_and_keep_the_account(imported: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    left = leaving.disconnect(imported, erase_data=True)
    grants = left.erased["quota_grants"]
    counted = {"transactions": 12, "email_outcomes": 15, "email_sync_batches": 2, "email_sync_jobs": 1}
    assert left.erased == {**counted, "quota_grants": grants}
    assert traces_of(imported).keys() == {"users.id", "gmail_connections.user_id", "connection_events.user_id"}
    assert users.get(imported).last_email_fetch_time is None
    connections.connect(imported, EMAIL, "another-token", [SCOPE])
    sync.start(imported, 6)
    answer_bells(bells)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 12


def test_disconnecting_twice_says_the_same(imported: uuid.UUID, google: RevokeEndpoint) -> None:
    first, again = (leaving.disconnect(imported, erase_data=False) for _ in range(2))
    assert first == again
    assert len(google.tokens) == 1


def test_who_never_connected_or_is_unknown(database_url: str) -> None:
    with pytest.raises(NotFound):
        leaving.disconnect(uuid.uuid4(), erase_data=False)
    with pytest.raises(Conflict) as caught:
        leaving.disconnect(users.create("new@example.com").id, erase_data=False)
    assert caught.value.code == "not_connected"


# ── Google does not answer ───────────────────────────────────────────────────────────────────────────────────────────────


def make_due() -> None:
    run("UPDATE token_revocations SET next_try_at = now()")


def test_a_grant_that_google_no_longer_knows_is_over(imported: uuid.UUID, google: RevokeEndpoint) -> None:
    google.answers = [(400, {"error": "invalid_token"})]
    assert leaving.disconnect(imported, erase_data=False).revocation == "revoked"


def test_a_failure_is_told_and_tried_again(imported: uuid.UUID, google: RevokeEndpoint) -> None:
    google.answers = [(503, {}), (429, {})]
    assert leaving.disconnect(imported, erase_data=False).revocation == "pending"
    assert connection(imported)["refresh_token_encrypted"] is None
    kept = only("SELECT token_encrypted FROM token_revocations")["token_encrypted"]
    assert b"refresh-token" not in bytes(kept)
    leaving.finish()  # not due yet
    for tries, state in ((2, "pending"), (3, "revoked")):
        make_due()
        leaving.finish()
        assert (len(google.tokens), connection(imported)["state_reason"]) == (tries, state)
    assert rows("SELECT * FROM token_revocations") == []


def test_after_a_day_of_trying_the_token_is_dropped(imported: uuid.UUID, google: RevokeEndpoint) -> None:
    google.answers = [(503, {}), (503, {})]
    leaving.disconnect(imported, erase_data=False)
    run("UPDATE token_revocations SET created_at = now() - interval '25 hours'")
    make_due()
    leaving.finish()
    assert connection(imported)["state_reason"] == "not_revoked"
    assert rows("SELECT * FROM token_revocations") == []


def test_a_process_with_the_wrong_keys_forgets_no_grant(
    imported: uuid.UUID, google: RevokeEndpoint, app_settings: Callable[..., Settings]
) -> None:
    keys = get_settings().token_encryption_keys.get_secret_value()
    google.answers = [(503, {})]
    leaving.disconnect(imported, erase_data=False)
    app_settings(TOKEN_ENCRYPTION_KEYS=Fernet.generate_key().decode())
    make_due()
    leaving.finish()
    assert connection(imported)["state_reason"] == "pending"
    app_settings(TOKEN_ENCRYPTION_KEYS=keys)
    make_due()
    leaving.finish()
    assert (connection(imported)["state_reason"], google.tokens) == ("revoked", ["refresh-token"] * 2)


def test_a_grant_still_to_be_ended_goes_under_a_new_key_too(
    imported: uuid.UUID, google: RevokeEndpoint, app_settings: Callable[..., Settings]
) -> None:
    old, new = get_settings().token_encryption_keys.get_secret_value(), Fernet.generate_key().decode()
    google.answers = [(503, {})]
    leaving.disconnect(imported, erase_data=False)
    app_settings(TOKEN_ENCRYPTION_KEYS=f"{new},{old}")
    assert rotation.rotate(5) == rotation.Rotated(1, 0, 0)
    app_settings(TOKEN_ENCRYPTION_KEYS=new)
    make_due()
    leaving.finish()
    assert (connection(imported)["state_reason"], google.tokens) == ("revoked", ["refresh-token"] * 2)


def test_who_comes_back_is_not_thrown_out_by_an_old_revocation(imported: uuid.UUID, google: RevokeEndpoint) -> None:
    google.answers = [(503, {})]
    leaving.disconnect(imported, erase_data=False)
    connections.connect(imported, EMAIL, "another-token", [SCOPE])
    make_due()
    leaving.finish()
    assert (google.tokens, connection(imported)["state"]) == (["refresh-token"], "active")


def test_another_mailbox_does_not_save_the_first_ones_grant(imported: uuid.UUID, google: RevokeEndpoint) -> None:
    google.answers = [(503, {})]
    leaving.disconnect(imported, erase_data=False)
    connections.connect(imported, "asha@elsewhere.example", "another-token", [SCOPE])
    make_due()
    leaving.finish()
    assert (google.tokens, connection(imported)["state"]) == (["refresh-token"] * 2, "active")


def test_a_mailbox_of_two_stays_open_for_the_one_who_stays(imported: uuid.UUID, google: RevokeEndpoint) -> None:
    """Google ends a grant with all its tokens, the other person's as well."""
    staying = new_person("ravi@example.com", EMAIL.upper())
    assert leaving.disconnect(imported, erase_data=False).revocation == "shared"
    assert (google.tokens, connection(imported)["refresh_token_encrypted"]) == ([], None)
    assert leaving.erase(imported).revocation == "shared"
    leaving.finish()
    assert (google.tokens, connection(staying)["state"]) == ([], "active")
    assert leaving.erase(staying).revocation == "revoked"
    assert google.tokens == ["refresh-token"]


def test_of_two_who_leave_at_once_the_second_ends_the_grant(imported: uuid.UUID, google: RevokeEndpoint) -> None:
    other = new_person("ravi@example.com", EMAIL)
    with ThreadPoolExecutor(1) as pool, transaction() as session:
        leaving_too = connections_stored.lock(session, imported)
        assert leaving_too is not None
        said, _ = revoking.take_token(session, leaving_too)
        connections_stored.disconnect(session, leaving_too, said)
        second = pool.submit(leaving.disconnect, other, erase_data=False)
        wait_until_blocked()
        session.commit()
        assert (said, second.result(timeout=10).revocation) == ("shared", "revoked")


def test_who_connects_a_mailbox_while_its_last_reader_leaves_keeps_it(imported: uuid.UUID, google: RevokeEndpoint) -> None:
    """Their row is not committed yet when the other's leaving looks for it."""
    arriving = users.create("ravi@example.com").id
    with ThreadPoolExecutor(1) as pool, transaction() as session:
        connections.keep(session, arriving, EMAIL.upper(), Grant("of-ravi", [SCOPE]))
        left = pool.submit(leaving.disconnect, imported, erase_data=False)
        wait_until_blocked()
        session.commit()
        assert left.result(timeout=10).revocation == "shared"
    assert (google.tokens, connection(arriving)["state"]) == ([], "active")


@pytest.mark.parametrize("leave", ["disconnect", "erase"])
def test_who_connects_before_google_is_told_keeps_the_mailbox(
    imported: uuid.UUID, google: RevokeEndpoint, monkeypatch: pytest.MonkeyPatch, leave: str
) -> None:
    """Between the commit of the one who leaves and the call there is a moment; while Google does not answer it is a day."""
    arrived: list[uuid.UUID] = []
    take = revoking._take

    def connect_first(only: uuid.UUID | None) -> list[Due]:
        taken = take(only)
        if not arrived:
            arrived.append(new_person("ravi@example.com", EMAIL))
        return taken

    # The last moment before the call.
    monkeypatch.setattr(revoking, "_take", connect_first)
    if leave == "disconnect":
        assert leaving.disconnect(imported, erase_data=False).revocation == "shared"
    else:
        assert leaving.erase(imported).revocation == "shared"
    assert (google.tokens, connection(arrived[0])["state"]) == ([], "active")
    assert rows("SELECT * FROM token_revocations") == []


@pytest.mark.parametrize("erased", [False, True])
def test_a_revocation_put_off_is_dropped_when_somebody_reads_the_mailbox_again(
    imported: uuid.UUID, google: RevokeEndpoint, *, erased: bool
) -> None:
    google.answers = [(503, {})]
    receipt = leaving.erase(imported) if erased else None
    if not erased:
        assert leaving.disconnect(imported, erase_data=False).revocation == "pending"
    arrived = new_person("ravi@example.com", EMAIL)
    make_due()
    leaving.finish()
    assert (google.tokens, connection(arrived)["state"]) == (["refresh-token"], "active")
    assert (leaving.receipt(receipt.id).revocation if receipt else connection(imported)["state_reason"]) == "shared"
    assert leaving.disconnect(arrived, erase_data=False).revocation == "revoked"


def test_a_token_that_cannot_be_read_is_said(imported: uuid.UUID, google: RevokeEndpoint) -> None:
    run("UPDATE gmail_connections SET refresh_token_encrypted = 'tampered'")
    assert leaving.disconnect(imported, erase_data=False).revocation == revoking.UNREADABLE
    assert google.tokens == []


# ── erase ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_erasing_leaves_no_row_in_any_table(imported: uuid.UUID, google: RevokeEndpoint) -> None:
    other = new_person("mira@example.org")
    receipt = leaving.erase(imported)
    assert traces_of(imported) == {}
    assert traces_of(other) == {"users.id": 1, "gmail_connections.user_id": 1, "connection_events.user_id": 1}
    assert (receipt.erased["transactions"], receipt.erased["users"], receipt.revocation) == (12, 1, "revoked")
    assert receipt.erased_at is not None
    assert leaving.receipt(receipt.id) == receipt
    assert EMAIL not in str(rows("SELECT * FROM erasures"))


def test_erasing_in_the_middle_of_a_batch(
    person: uuid.UUID, google: RevokeEndpoint, gmail: ScriptedGmail, bells: Bells, monkeypatch: pytest.MonkeyPatch
) -> None:
    gmail.fill(payments=30)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    dispatch.dispatch()
    fetch = gmail.fetch

    def leave_meanwhile(ids: tuple[str, ...], *, deadline_seconds: float, **_: object) -> Fetched:
        if traces_of(person):
            leaving.erase(person)
        return fetch(ids, deadline_seconds=deadline_seconds)

    # The one moment at which a worker holds no transaction.
    monkeypatch.setattr(gmail, "fetch", leave_meanwhile)
    answer_bells(bells)
    assert traces_of(person) == {}


@pytest.mark.parametrize("call", ["profile", "list_ids", "list_added"])
@pytest.mark.parametrize("work", ["look", "listing"])
def test_erasing_while_a_mailbox_is_listed(
    imported: uuid.UUID, google: RevokeEndpoint, gmail: ScriptedGmail, bells: Bells, work: str, call: str
) -> None:
    """Whatever is asked at that moment, it ends quietly and nothing comes back."""
    gmail.deliver("new00001", payment(99))
    original = getattr(gmail, call)

    def leave_meanwhile(**query: object) -> object:
        if traces_of(imported):
            leaving.erase(imported)
        return original(**query)

    setattr(gmail, call, leave_meanwhile)
    if work == "look":
        incremental.check_mailbox(imported)
    else:
        sync.start(imported, 6)
        sync.list_mailbox(imported, 6)
    if traces_of(imported):
        leaving.erase(imported)
    answer_bells(bells)
    assert traces_of(imported) == {}


def process(ids: Iterable[uuid.UUID]) -> None:
    for one in ids:
        sync.process_batch(one)


def test_erasing_while_threads_are_at_work(person: uuid.UUID, google: RevokeEndpoint, gmail: ScriptedGmail, bells: Bells) -> None:
    """Two workers settle batches as fast as they can; whoever waits for whom, in the end nothing is left and nobody hangs."""
    gmail.fill(payments=400)
    gmail.page_size = 500
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    ids = [row["id"] for row in rows("SELECT id FROM email_sync_batches ORDER BY seq")]
    run("UPDATE email_sync_batches SET status = 'queued'")
    with ThreadPoolExecutor(2) as pool:
        working = [pool.submit(process, ids[n::2]) for n in range(2)]
        while only("SELECT count(*) AS n FROM transactions")["n"] < 40:
            pass
        leaving.erase(person)
        for one in working:
            one.result()
    assert traces_of(person) == {}


def test_bells_that_come_late_wake_nobody(imported: uuid.UUID, google: RevokeEndpoint, bells: Bells) -> None:
    leaving.erase(imported)
    assert sync.list_mailbox(imported, 6) == {}
    incremental.check_mailbox(imported)
    sync.process_batch(uuid.uuid4())
    assert (traces_of(imported), bells.take("dispatch_batches")) == ({}, [])


def test_a_bell_that_comes_after_all_was_erased_but_the_person_lists_nothing(
    imported: uuid.UUID, google: RevokeEndpoint, gmail: ScriptedGmail
) -> None:
    leaving.disconnect(imported, erase_data=True)
    gmail.calls.clear()
    assert sync.list_mailbox(imported, 6) == {}
    assert (rows("SELECT 1 FROM email_sync_jobs"), gmail.calls) == ([], [])


def test_a_crash_in_the_middle_is_finished_by_the_sweeper(imported: uuid.UUID, google: RevokeEndpoint) -> None:
    run(
        "INSERT INTO erasures (user_id, revocation, requested_at) VALUES (:u, 'pending', now() - interval '2 minutes')",
        u=imported,
    )
    leaving.finish()
    assert traces_of(imported) == {}
    assert only("SELECT erased_at FROM erasures")["erased_at"] is not None
    make_due()
    leaving.finish()
    assert only("SELECT revocation FROM erasures")["revocation"] == "revoked"
    assert google.tokens == ["refresh-token"]


def test_with_redis_away_its_entries_are_forgotten_later(imported: uuid.UUID, google: RevokeEndpoint) -> None:
    with ringing_by("redis://127.0.0.1:9/0"):
        receipt = leaving.erase(imported)
    assert receipt.redis_entries is None
    assert traces_of(imported) == {"erasures.user_id": 1}
    run("UPDATE erasures SET requested_at = now() - interval '2 minutes'")
    leaving.finish()
    assert leaving.receipt(receipt.id).redis_entries == 0
    assert traces_of(imported) == {}


def test_erasing_somebody_unknown(database_url: str) -> None:
    with pytest.raises(NotFound):
        leaving.erase(uuid.uuid4())
    with pytest.raises(NotFound) as caught:
        leaving.receipt(uuid.uuid4())
    assert caught.value.code == "erasure_not_found"
