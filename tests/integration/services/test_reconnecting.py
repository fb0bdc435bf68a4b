"""Connecting again: the same mailbox goes on where it was, another one starts anew, and nothing of the one ends in the other."""

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from app.db import transaction
from app.errors import Conflict, GrantRevoked
from app.gmail.port import Fetched, FetchFault
from app.services import connections, control, dispatch, incremental, refetch, reparse, schedule, sync
from app.services.granting import Grant
from app.storage import connections as connections_stored
from tests.integration.services.conftest import SCOPE, Bells, answer_bells, granted
from tests.integration.services.facts import assert_balanced, job_of, only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail, payment

SAME = "asha@example.com"
OTHER = "asha@elsewhere.example"


def reconnect(person: uuid.UUID, email: str) -> None:
    connections.connect(person, email, "another-refresh-token", [SCOPE])


@pytest.fixture
def imported(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> uuid.UUID:
    gmail.fill(payments=12)
    sync.start(person, 6)
    answer_bells(bells)
    return person


def connection() -> dict[str, object]:
    return dict(only("SELECT state, history_id, next_sync_at, lease_token FROM gmail_connections"))


def test_after_a_revoked_grant_the_mailbox_is_kept_current_again(imported: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.raises["profile"] = [GrantRevoked("revoked")]
    incremental.check_mailbox(imported)
    assert schedule.ring_due() == 0
    gmail.deliver("new00001", payment(77))
    reconnect(imported, SAME)
    assert bells.take("fetch_user_emails_incremental") == [(str(imported),)], "a person need not wait for the sweeper"
    assert schedule.ring_due() == 1
    incremental.check_mailbox(imported)
    answer_bells(bells)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 13
    assert connection()["history_id"] == gmail.history_id


def test_a_first_connection_waits_for_its_import(person: uuid.UUID, bells: Bells) -> None:
    assert connection()["next_sync_at"] is None
    reconnect(person, SAME)
    assert bells.take("fetch_user_emails_incremental") == []
    assert schedule.ring_due() == 0


def test_another_mailbox_ends_the_job_of_the_first(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=30)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    dispatch.dispatch()
    reconnect(person, OTHER)
    job = job_of(person)
    assert (job["status"], job["failure_code"]) == ("failed", "mailbox_changed")
    assert only("SELECT count(*) AS n FROM email_sync_batches WHERE status <> 'ready'")["n"] == 0
    assert only("SELECT count(*) AS n FROM quota_grants WHERE ended_at IS NULL")["n"] == 0
    bells.rung.clear()
    gmail.mails = {"oth00001": payment(1), "oth00002": payment(2)}
    gmail.history_id = 77
    sync.start(person, 6)
    answer_bells(bells)
    assert_balanced(person)
    assert connection()["history_id"] == 77
    assert {row["message_id"] for row in rows("SELECT message_id FROM email_outcomes")} == {"oth00001", "oth00002"}


def test_a_worker_that_met_the_other_mailbox_writes_nothing(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=10)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    dispatch.dispatch()
    (batch,) = bells.take("process_email_batch")
    original = gmail.fetch

    def meanwhile(ids: list[str], *, deadline_seconds: float, **_: object) -> object:
        reconnect(person, OTHER)
        gmail.mails = {}
        return original(ids, deadline_seconds=deadline_seconds)

    gmail.fetch = meanwhile  # type: ignore[method-assign, assignment]  # the old ids are asked of the new mailbox: all are gone
    sync.process_batch(uuid.UUID(str(batch[0])))
    assert rows("SELECT * FROM email_outcomes") == []
    run("UPDATE email_sync_batches SET lease_expires_at = now() - interval '1 second'")
    dispatch.dispatch()
    assert only("SELECT count(*) AS n FROM quota_grants WHERE ended_at IS NULL")["n"] == 0


def test_a_look_that_met_the_other_mailbox_writes_nothing(imported: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    original = gmail.list_added

    def meanwhile(*, start_history_id: int, page_token: str | None) -> object:
        reconnect(imported, OTHER)
        return original(start_history_id=start_history_id, page_token=page_token)

    gmail.list_added = meanwhile  # type: ignore[method-assign, assignment]  # in the middle of a look
    for mail in (None, payment(5)):
        if mail is not None:
            reconnect(imported, SAME)
            run("UPDATE gmail_connections SET history_id = 1000")
            gmail.deliver("new00001", mail)
        incremental.check_mailbox(imported)
        assert connection() == {"state": "active", "history_id": None, "next_sync_at": None, "lease_token": None}
    assert only("SELECT count(*) AS n FROM email_sync_jobs")["n"] == 1


def test_an_import_of_a_short_window_leaves_no_gap(imported: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """Away for three months, then an import of one: what came in between is found from the cursor of then."""
    run("UPDATE users SET last_email_fetch_time = now() - interval '90 days'")
    gmail.deliver("gap00001", payment(60))
    gmail.received["gap00001"] = datetime.now(UTC).replace(year=datetime.now(UTC).year - 1)
    gmail.deliver("new00001", payment(61))
    sync.start(imported, 1)
    answer_bells(bells)
    assert_balanced(imported)
    assert connection()["history_id"] == 1000
    assert schedule.ring_due() == 1
    incremental.check_mailbox(imported)
    answer_bells(bells)
    assert only("SELECT count(*) AS n FROM transactions WHERE message_id = 'gap00001'")["n"] == 1
    assert connection()["history_id"] == gmail.history_id


# ── a refusal of the grant of before ──


def refuse_while_they_reconnect(gmail: ScriptedGmail, person: uuid.UUID, call: str) -> None:
    """Gmail says no to the old grant; by the time that is written down the person has connected again. Once."""
    original = getattr(gmail, call)

    def meanwhile(*args: object, **options: object) -> object:
        setattr(gmail, call, original)
        reconnect(person, SAME)
        if call != "fetch":
            raise GrantRevoked("revoked")
        gmail.stopped = GrantRevoked("revoked")
        fetched = original(*args, **options)
        gmail.stopped = None
        return fetched

    setattr(gmail, call, meanwhile)


def assert_nobody_is_asked_to_reconnect() -> None:
    assert connection()["state"] == "active"
    assert rows("SELECT * FROM connection_events WHERE kind = 'needs_reconnect'") == []


@pytest.mark.parametrize("call", ["profile", "list_ids", "fetch"])
def test_an_import_goes_on_with_the_new_grant(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, call: str) -> None:
    gmail.fill(payments=30)
    sync.start(person, 6)
    refuse_while_they_reconnect(gmail, person, call)
    answer_bells(bells)
    assert_nobody_is_asked_to_reconnect()
    assert (job_of(person)["status"], job_of(person)["error_count"]) == ("processing", 0)
    run("UPDATE email_sync_jobs SET resume_at = now() - interval '1 second', rung_at = now() - interval '2 seconds'")
    dispatch.dispatch()
    answer_bells(bells)
    assert_balanced(person)
    assert job_of(person)["imported_emails"] == 30


def test_a_look_is_made_again_with_the_new_grant(imported: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.deliver("new00001", payment(77))
    refuse_while_they_reconnect(gmail, imported, "list_added")
    incremental.check_mailbox(imported)
    assert_nobody_is_asked_to_reconnect()
    assert only("SELECT next_sync_at < now() + interval '3 seconds' AS soon FROM gmail_connections")["soon"]
    incremental.check_mailbox(imported)
    answer_bells(bells)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 13


def test_a_mail_asked_for_again_blames_the_grant_it_was_asked_with(imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    refuse_while_they_reconnect(gmail, imported, "fetch")
    with pytest.raises(Conflict):
        refetch.fetch_again(imported, "pay00001")
    assert_nobody_is_asked_to_reconnect()
    assert refetch.fetch_again(imported, "pay00001").message_id == "pay00001"


def test_the_new_grant_is_asked_for_when_it_is_refused_itself(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=5)
    reconnect(person, SAME)
    sync.start(person, 6)
    gmail.stopped = GrantRevoked("revoked")
    answer_bells(bells)
    assert (job_of(person)["status"], job_of(person)["failure_code"]) == ("failed", "needs_reconnect")
    assert [row["kind"] for row in rows("SELECT kind FROM connection_events ORDER BY created_at")][-1] == "needs_reconnect"


# ── mails of the mailbox of before ──


@pytest.fixture
def moved_on(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> uuid.UUID:
    """A job with a mail that failed and one that could not be read; its person has connected another mailbox since."""
    gmail.fill(payments=3)
    gmail.faults = {"pay00001": [FetchFault("refused", False, "http_400")]}
    job_id = sync.start(person, 6).job_id
    answer_bells(bells)
    run("UPDATE email_outcomes SET outcome = 'unparsed' WHERE message_id = 'pay00002'")
    reconnect(person, OTHER)
    gmail.calls.clear()
    return job_id


def test_what_failed_in_one_mailbox_is_not_asked_of_another(moved_on: uuid.UUID, person: uuid.UUID, gmail: ScriptedGmail) -> None:
    """There it would be gone, which is not true."""
    with pytest.raises(Conflict) as caught:
        control.retry(moved_on)
    assert caught.value.code == "other_mailbox"
    assert gmail.calls == []
    reconnect(person, SAME.upper())
    assert control.retry(moved_on).total_emails == 1


def test_nothing_of_another_mailbox_is_read_again(moved_on: uuid.UUID, person: uuid.UUID, gmail: ScriptedGmail) -> None:
    assert reparse.start(person, "unparsed").total_emails == 0
    for message_id in ("pay00000", "pay00002"):
        with pytest.raises(Conflict) as caught:
            refetch.fetch_again(person, message_id)
        assert caught.value.code == "other_mailbox"
    assert gmail.calls == []
    reconnect(person, SAME)
    assert refetch.fetch_again(person, "pay00002").message_id == "pay00002"
    assert reparse.start(person, "unparsed").total_emails == 1


def test_a_mailbox_by_another_name_is_the_same(imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    with transaction() as session:
        connections.keep(session, imported, OTHER, Grant("another-refresh-token", [SCOPE], None), same_account=True)
    assert refetch.fetch_again(imported, "pay00001").message_id == "pay00001"


def test_an_import_that_ends_after_its_grant_did_keeps_its_cursor(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """Somebody asks for a mail and is refused while the last batch is at work; without the cursor nobody looks there any more."""
    gmail.fill(payments=5)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    dispatch.dispatch()
    fetch = gmail.fetch

    def refused_meanwhile(ids: Sequence[str], **how: Any) -> Fetched:
        with transaction() as session:
            connections_stored.needs_reconnect(session, person, "revoked")
        return fetch(ids, **how)

    gmail.fetch = refused_meanwhile  # type: ignore[method-assign]  # these mails were fetched before
    sync.process_batch(*granted(bells))
    assert_balanced(person)
    assert connection() == {"state": "needs_reconnect", "history_id": 1000, "next_sync_at": None, "lease_token": None}
    gmail.deliver("new00001", payment(77))
    gmail.fetch = fetch  # type: ignore[method-assign]  # connected again
    reconnect(person, SAME)
    assert schedule.ring_due() == 1
    answer_bells(bells)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 6
