"""Tokens at rest: which key, whose row, one refresh at a time, and new keys while everything runs."""

import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.fernet import Fernet
from typer.testing import CliRunner

from app import cli
from app.config import Settings
from app.db import transaction
from app.errors import ConfigurationError, GrantRevoked
from app.gmail.credentials import AccessToken
from app.services import cipher, connections, dispatch, incremental, progress, rotation, schedule, sync, tokens
from app.services.tokens import DatabaseTokens
from app.storage import connections as stored
from tests.integration.services.conftest import SCOPE, Bells, answer_bells, new_person
from tests.integration.services.facts import job_of, only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


@pytest.fixture(autouse=True)
def _old_key(person: uuid.UUID, app_settings: Callable[..., Settings]) -> None:
    """The person's token is under the old key, and so is all that comes."""
    app_settings(TOKEN_ENCRYPTION_KEYS=OLD)
    connections.connect(person, "asha@example.com", "refresh-token", [SCOPE])


class Google:
    """The token endpoint, scripted: the trip itself has its own tests."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.refusal: Exception | None = None
        self.rotated: str | None = None

    def refresh(self, refresh_token: str, settings: Settings) -> AccessToken:
        self.sent.append(refresh_token)
        if self.refusal is not None:
            raise self.refusal
        expires_at = datetime.now(UTC) + timedelta(hours=1)
        return AccessToken(f"access-{len(self.sent)}", expires_at, (SCOPE,), self.rotated)


@pytest.fixture
def google(monkeypatch: pytest.MonkeyPatch) -> Google:
    google = Google()
    monkeypatch.setattr(tokens, "refresh_access_token", google.refresh)
    return google


@pytest.fixture
def through_tokens(gmail: ScriptedGmail, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gmail asks for its token first, as the real client does."""

    def open_mailbox(source: DatabaseTokens) -> ScriptedGmail:
        source.access_token()
        return gmail

    # The port is the seam; here it is opened with a token.
    monkeypatch.setattr(connections, "open_mailbox", open_mailbox)


def connection() -> Any:
    return only("SELECT * FROM gmail_connections")


# ── refresh ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_many_workers_refresh_once(person: uuid.UUID, google: Google) -> None:
    together = threading.Barrier(8)

    def ask(_: int) -> str:
        together.wait()
        return DatabaseTokens(person).refresh("rejected")

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(8))) == {"access-1"}
    assert google.sent == ["refresh-token"]


def test_a_rotated_refresh_token_is_the_one_sent_next(person: uuid.UUID, google: Google) -> None:
    google.rotated = "second-token"
    first = DatabaseTokens(person).access_token()
    DatabaseTokens(person).refresh(first)
    assert google.sent == ["refresh-token", "second-token"]


def test_the_token_of_connecting_is_used_until_it_expires(person: uuid.UUID, google: Google) -> None:
    for life, expected in ((timedelta(hours=1), "of-connecting"), (timedelta(seconds=30), "access-1")):
        access = AccessToken("of-connecting", datetime.now(UTC) + life, (SCOPE,))
        connections.connect(person, "asha@example.com", "refresh-token", [SCOPE], access=access)
        assert "of-connecting" not in repr(dict(connection()))
        assert DatabaseTokens(person).access_token() == expected
    assert google.sent == ["refresh-token"]


def test_a_grant_without_a_token_does_not_keep_that_of_the_one_before(person: uuid.UUID, google: Google) -> None:
    access = AccessToken("of-connecting", datetime.now(UTC) + timedelta(hours=1), (SCOPE,))
    connections.connect(person, "asha@example.com", "refresh-token", [SCOPE], access=access)
    connections.connect(person, "asha@example.com", "another", [SCOPE])
    assert DatabaseTokens(person).access_token() == "access-1"


def test_no_token_is_stored_as_it_is(person: uuid.UUID, google: Google) -> None:
    DatabaseTokens(person).access_token()
    kept = repr(dict(connection()))
    assert ("refresh-token" in kept, "access-1" in kept) == (False, False)
    assert bytes(connection()["refresh_token_encrypted"]).startswith(cipher.primary_key_id().encode() + b":")


def test_a_revoked_grant_stops_the_schedule_and_is_told_once(
    person: uuid.UUID, google: Google, bells: Bells, through_tokens: None
) -> None:
    sync.start(person, 6)
    answer_bells(bells)
    run("UPDATE gmail_connections SET next_sync_at = now(), access_token_encrypted = NULL")
    google.refusal = GrantRevoked("password_changed")
    for _ in range(2):
        incremental.check_mailbox(person)
    with transaction() as session:
        stored.needs_reconnect(session, person, "noticed_by_another_worker")
    assert (connection()["state"], connection()["state_reason"]) == ("needs_reconnect", "password_changed")
    assert (connection()["next_sync_at"], schedule.ring_due()) == (None, 0)
    events = rows("SELECT kind, reason FROM connection_events WHERE kind = 'needs_reconnect'")
    assert [dict(row) for row in events] == [{"kind": "needs_reconnect", "reason": "password_changed"}]
    found = progress.status(person)
    assert (found.phase, found.connection) == ("done", ("needs_reconnect", "password_changed"))


# ── wrong keys, and no keys ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("keys", [NEW, ""], ids=["another", "none"])
def test_a_worker_with_the_wrong_keys_asks_nobody_to_reconnect(
    person: uuid.UUID, bells: Bells, through_tokens: None, gmail: ScriptedGmail, app_settings: Callable[..., Settings], keys: str
) -> None:
    gmail.fill(payments=3)
    run("UPDATE gmail_connections SET history_id = 1, next_sync_at = now()")
    app_settings(TOKEN_ENCRYPTION_KEYS=keys)
    with pytest.raises(ConfigurationError, match="TOKEN_ENCRYPTION_KEYS lacks the key"):
        incremental.check_mailbox(person)
    sync.start(person, 6)
    with pytest.raises(ConfigurationError, match="TOKEN_ENCRYPTION_KEYS lacks the key"):
        sync.list_mailbox(person, 6)
    assert connection()["state"] == "active"
    assert (job_of(person)["failure_code"], job_of(person)["attempts"], job_of(person)["error_count"]) == (None, 0, 0)
    assert "needs_reconnect" not in repr(rows("SELECT kind FROM connection_events"))


def test_a_batch_under_wrong_keys_goes_on_under_the_right_ones(
    person: uuid.UUID,
    google: Google,
    bells: Bells,
    through_tokens: None,
    gmail: ScriptedGmail,
    app_settings: Callable[..., Settings],
) -> None:
    gmail.fill(payments=3)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    dispatch.dispatch()
    (batch,) = bells.take("process_email_batch")
    app_settings(TOKEN_ENCRYPTION_KEYS=NEW)
    with pytest.raises(ConfigurationError):
        sync.process_batch(uuid.UUID(str(batch[0])))
    assert (connection()["state"], job_of(person)["status"]) == ("active", "processing")
    app_settings(TOKEN_ENCRYPTION_KEYS=OLD)
    run("UPDATE email_sync_batches SET not_before = NULL")
    dispatch.dispatch()
    answer_bells(bells)
    assert job_of(person)["status"] == "completed"


def tampered(sealed: bytes) -> list[bytes | None]:
    key_id, _, token = sealed.partition(b":")
    flipped = bytearray(token)
    flipped[40] ^= 1
    return [key_id + b":" + bytes(flipped), key_id + b":", token, b"", None, b"\xff" * 40]


def test_a_tampered_ciphertext_is_that_connections_end(person: uuid.UUID, through_tokens: None, google: Google) -> None:
    """Other people's are as good as before."""
    new_person("rohan@example.com")
    for number, bad in enumerate(
        tampered(bytes(only("SELECT refresh_token_encrypted AS t FROM gmail_connections LIMIT 1")["t"]))
    ):
        run("UPDATE gmail_connections SET refresh_token_encrypted = :t, state = 'active' WHERE user_id = :u", t=bad, u=person)
        with pytest.raises(GrantRevoked) as raised:
            DatabaseTokens(person).refresh("rejected")
        assert raised.value.detail == "token_unreadable", number
    run("UPDATE gmail_connections SET history_id = 1, next_sync_at = now()")
    incremental.check_mailbox(person)
    states = rows("SELECT state, state_reason FROM gmail_connections ORDER BY email_address")
    assert [(row["state"], row["state_reason"]) for row in states] == [("needs_reconnect", "token_unreadable"), ("active", None)]


def test_a_ciphertext_opens_in_its_own_row_only(person: uuid.UUID, google: Google) -> None:
    """Whoever can write rows but has no key could else read one person's mail into another's account."""
    other = new_person("rohan@example.com")
    run(
        "UPDATE gmail_connections SET refresh_token_encrypted ="
        " (SELECT refresh_token_encrypted FROM gmail_connections WHERE user_id = :u)",
        u=person,
    )
    assert DatabaseTokens(person).access_token() == "access-1"
    with pytest.raises(GrantRevoked):
        DatabaseTokens(other).access_token()


# ── rotation ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def key_ids_stored() -> set[str]:
    sql = "SELECT refresh_token_encrypted AS r, access_token_encrypted AS a FROM gmail_connections"
    return {bytes(sealed)[:8].decode() for row in rows(sql) for sealed in (row["r"], row["a"]) if sealed is not None}


def test_keys_rotate_while_work_goes_on(
    person: uuid.UUID, google: Google, app_settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "BATCH", 2)  # several batches without hundreds of people
    people = [person, *(new_person(f"user{number}@example.com") for number in range(4))]
    for one in people:
        DatabaseTokens(one).access_token()
    app_settings(TOKEN_ENCRYPTION_KEYS=f"{NEW},{OLD}")
    assert DatabaseTokens(person).access_token() == "access-1"
    assert rotation.rotate(5) == rotation.Rotated(rotated=5, unreadable=0, left=0)
    app_settings(TOKEN_ENCRYPTION_KEYS=NEW)
    assert key_ids_stored() == {cipher.primary_key_id()}
    assert DatabaseTokens(person).access_token() == "access-1"
    assert [DatabaseTokens(one).refresh("access-1") for one in people[:1]] == ["access-6"]
    assert google.sent == ["refresh-token"] * 6
    assert rotation.rotate(5) == rotation.Rotated(0, 0, 0)


def test_the_old_key_is_refused_once_it_is_dropped(
    person: uuid.UUID, google: Google, app_settings: Callable[..., Settings]
) -> None:
    app_settings(TOKEN_ENCRYPTION_KEYS=NEW)
    with pytest.raises(ConfigurationError, match="lacks the key"):
        DatabaseTokens(person).access_token()
    with pytest.raises(ConfigurationError, match="lacks the key"):
        rotation.rotate(5)
    assert (connection()["state"], google.sent) == ("active", [])


def test_a_connection_in_use_is_waited_for_and_told_of(person: uuid.UUID, app_settings: Callable[..., Settings]) -> None:
    app_settings(TOKEN_ENCRYPTION_KEYS=f"{NEW},{OLD}")
    with transaction() as session:
        stored.lock(session, person)
        assert rotation.rotate(0.1) == rotation.Rotated(0, 0, 1)
    assert rotation.rotate(5) == rotation.Rotated(1, 0, 0)


def test_what_cannot_be_read_leaves_nothing_under_the_old_key(person: uuid.UUID, app_settings: Callable[..., Settings]) -> None:
    new_person("rohan@example.com")
    (bad, *_) = tampered(bytes(only("SELECT refresh_token_encrypted AS t FROM gmail_connections LIMIT 1")["t"]))
    run("UPDATE gmail_connections SET refresh_token_encrypted = :t WHERE user_id = :u", t=bad, u=person)
    app_settings(TOKEN_ENCRYPTION_KEYS=f"{NEW},{OLD}")
    answer = CliRunner().invoke(cli.app, ["rotate-keys"])
    assert (answer.exit_code, answer.stdout) == (0, "1 secrets of connections, revocations and webhooks re-encrypted\n")
    assert answer.stderr == "1 could not be read: these people must connect again, and webhooks be made anew\n"
    assert key_ids_stored() == {cipher.primary_key_id()}
    states = rows("SELECT state, state_reason FROM gmail_connections ORDER BY email_address")
    assert [(row["state"], row["state_reason"]) for row in states] == [("needs_reconnect", "token_unreadable"), ("active", None)]
