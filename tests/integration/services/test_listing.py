"""Listing: page by page, newest first, resumable; a fault while listing never looks like an empty mailbox."""

import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import event

from app import queue
from app.config import Settings
from app.db import get_engine
from app.errors import DatabaseFault, GmailRefused, GrantRevoked, Throttled, TransientFault, Unavailable
from app.gmail.port import Fetched
from app.services import dispatch, incremental, progress, sync
from app.services.listing import LISTING_LOST
from tests.integration.services.conftest import Bells, answer_bells, granted, new_person
from tests.integration.services.facts import assert_balanced, job_of, only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail, letter, payment


def test_ids_become_batches_in_gmails_order(person: uuid.UUID, gmail: ScriptedGmail) -> None:
    gmail.fill(payments=33)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    batches = rows("SELECT message_ids FROM email_sync_batches ORDER BY seq")
    assert [one for batch in batches for one in batch["message_ids"]] == list(gmail.mails)
    assert all(len(batch["message_ids"]) <= 10 for batch in batches)
    job = job_of(person)
    assert (job["status"], job["total_emails"], job["history_id"]) == ("processing", 33, 1000)


def test_a_first_page_comes_before_the_second_of_others(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=60)
    other = new_person("ravi@example.com")
    for user in (person, other):
        sync.start(user, 6)
    sync.list_mailbox(person, 6)
    assert (job_of(person)["total_emails"], job_of(person)["listed_at"]) == (25, None)
    sync.list_mailbox(other, 6)
    assert job_of(other)["total_emails"] == 60
    answer_bells(bells)
    assert job_of(person)["total_emails"] == 60
    assert_balanced(person)
    assert only("SELECT sum(units) AS n FROM quota_grants WHERE batch_id IS NULL")["n"] == 2 + 6 * 5


def test_what_is_set_aside_is_rung_for_though_nothing_else_is_at_work(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells
) -> None:
    """By then the batches of the page may be done, and Beat be away."""
    gmail.fill(payments=60)
    sync.start(person, 6)
    sync.start(new_person("ravi@example.com"), 6)
    bells.rung.clear()
    sync.list_mailbox(person, 6)
    assert bells.rung == [("dispatch_batches", ())] * 2, "for the batches of its page, and for the pages that are left"


@pytest.mark.parametrize("others", [0, 1])
def test_what_is_set_aside_is_rung_for_though_a_bell_was_heard_just_now(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, monkeypatch: pytest.MonkeyPatch, others: int
) -> None:
    """Its tick may have looked before. Nor does what others have set aside wait when this one is listed to its end."""
    monkeypatch.setattr(queue, "_first_within", lambda name, **_: name == "later")
    gmail.fill(payments=60)
    sync.start(person, 6)
    for n in range(others):
        sync.start(new_person(f"user{n}@example.com"), 6)
    bells.rung.clear()
    sync.list_mailbox(person, 6)
    assert (job_of(person)["listed_at"] is None) == (others > 0)
    assert bells.rung == [("dispatch_batches", ())]


def test_an_empty_mailbox_completes(person: uuid.UUID, bells: Bells) -> None:
    sync.start(person, 6)
    answer_bells(bells)
    assert_balanced(person)
    assert job_of(person)["total_emails"] == 0


def test_progress_is_told_only_once_the_total_is_known(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=50)
    gmail.raises["list_ids"] = []
    sync.start(person, 6)
    original = gmail.list_ids

    def interrupted(*, after: datetime, page_token: str | None) -> object:
        if page_token is not None:
            raise TransientFault("http_503")
        return original(after=after, page_token=page_token)

    gmail.list_ids = interrupted  # type: ignore[method-assign, assignment]  # the second page fails
    sync.list_mailbox(person, 6)
    bells.rung.clear()
    run("UPDATE email_sync_jobs SET resume_at = NULL, rung_at = now()")
    dispatch.dispatch()
    answer_bells(bells)
    job = job_of(person)
    assert (job["processed_emails"], job["progress_percentage"], job["listed_at"]) == (25, 0, None)
    gmail.list_ids = original  # type: ignore[method-assign]
    run("UPDATE email_sync_jobs SET resume_at = now()")
    sync.list_mailbox(person, 6)
    answer_bells(bells)
    assert_balanced(person)


def test_a_gmail_error_while_listing_is_not_an_empty_mailbox(person: uuid.UUID, gmail: ScriptedGmail) -> None:
    """The first implementation ended such a job as completed, «No new emails»."""
    gmail.fill(payments=5)
    gmail.raises["list_ids"] = [TransientFault("http_500"), TransientFault("http_500"), TransientFault("timeout")]
    sync.start(person, 6)
    for attempt in range(1, 4):
        run("UPDATE email_sync_jobs SET resume_at = NULL")
        sync.list_mailbox(person, 6)
        assert job_of(person)["attempts"] == attempt
    job = job_of(person)
    assert (job["status"], job["failure_code"], job["error_count"]) == ("failed", "listing_failed", 4)
    assert [entry["code"] for entry in job["error_log"]] == ["transient"] * 3 + ["listing_failed"]


def test_a_listing_that_failed_once_is_rung_again_when_due(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=5)
    gmail.raises["list_ids"] = [TransientFault("http_500")]
    sync.start(person, 6)
    answer_bells(bells)
    dispatch.dispatch()
    assert bells.take("fetch_user_emails_initial") == []
    run("UPDATE email_sync_jobs SET resume_at = now() - interval '1 second', rung_at = now() - interval '2 seconds'")
    dispatch.dispatch()
    answer_bells(bells)
    assert_balanced(person)


def test_a_throttle_while_listing_waits_and_does_not_count(person: uuid.UUID, gmail: ScriptedGmail) -> None:
    gmail.raises["list_ids"] = [Throttled("quota", retry_after_seconds=30)]
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    job = job_of(person)
    assert (job["status"], job["attempts"], job["waiting_quota"]) == ("processing", 0, True)
    assert timedelta(seconds=25) < job["resume_at"] - datetime.now(UTC) < timedelta(seconds=31)


def test_a_revoked_grant_fails_the_job_and_says_so(person: uuid.UUID, gmail: ScriptedGmail) -> None:
    gmail.raises["profile"] = [GrantRevoked("revoked")]
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    assert (job_of(person)["status"], job_of(person)["failure_code"]) == ("failed", "needs_reconnect")
    connection = only("SELECT state, state_reason FROM gmail_connections")
    assert (connection["state"], connection["state_reason"]) == ("needs_reconnect", "revoked")


def test_a_page_token_that_grew_old_starts_over_without_doubling(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=60)
    sync.start(person, 6)
    run("UPDATE email_sync_jobs SET list_page_token = '25', history_id = 1000, known_emails = 25")
    gmail.raises["list_ids"] = [GmailRefused("invalid pageToken")]
    answer_bells(bells)
    run("UPDATE email_sync_jobs SET resume_at = NULL")
    sync.list_mailbox(person, 6)
    answer_bells(bells)
    assert_balanced(person)
    assert (job_of(person)["total_emails"], job_of(person)["known_emails"]) == (60, 0)


def test_the_first_batches_are_at_work_before_the_listing_ends(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """In the first implementation batches began only after every mail was in memory."""
    gmail.fill(payments=50)
    original, at_work = gmail.list_ids, []

    def watched(*, after: datetime, page_token: str | None) -> object:
        if page_token is not None:
            dispatch.dispatch()
            (batch,) = bells.take("process_email_batch")
            sync.process_batch(uuid.UUID(str(batch[0])))
            at_work.append((job_of(person)["processed_emails"], job_of(person)["listed_at"]))
        return original(after=after, page_token=page_token)

    gmail.list_ids = watched  # type: ignore[method-assign, assignment]  # other workers are busy while this one lists
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    assert at_work == [(10, None)]
    answer_bells(bells)
    assert_balanced(person)


def test_what_an_earlier_job_settled_is_not_fetched_again(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=20, letters=20)
    sync.start(person, 6)
    answer_bells(bells)
    gmail.fetched.clear()
    gmail.mails = {"new00001": gmail.mails["pay00001"], **gmail.mails}
    sync.start(person, 6)
    answer_bells(bells)
    assert gmail.fetched == ["new00001"]
    assert_balanced(person)
    assert (job_of(person)["total_emails"], job_of(person)["known_emails"]) == (1, 40)


def test_a_late_or_doubled_bell_lists_nothing_twice(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=12)
    sync.start(person, 6)
    answer_bells(bells)
    gmail.calls.clear()
    for _ in range(5):
        sync.list_mailbox(person, 6)
    assert gmail.calls == []
    assert only("SELECT count(*) AS n FROM email_sync_jobs")["n"] == 1


def test_a_listing_that_fails_by_a_fault_of_ours_ends_too(person: uuid.UUID, gmail: ScriptedGmail) -> None:
    def refused(*, after: datetime, page_token: str | None) -> object:
        raise DatabaseFault("sqlstate 22001")

    gmail.list_ids = refused  # type: ignore[method-assign, assignment]  # something the database will never take
    sync.start(person, 6)
    for _ in range(3):
        run("UPDATE email_sync_jobs SET resume_at = NULL")
        sync.list_mailbox(person, 6)
    job = job_of(person)
    assert (job["status"], job["failure_code"]) == ("failed", "listing_failed")
    assert [entry["code"] for entry in job["error_log"]] == ["internal_error"] * 3 + ["listing_failed"]


def test_a_listing_waits_out_an_unreachable_database(person: uuid.UUID, gmail: ScriptedGmail) -> None:
    def slow(*, after: datetime, page_token: str | None) -> object:
        raise Unavailable("sqlstate 55P03")

    gmail.list_ids = slow  # type: ignore[method-assign, assignment]  # the quota's books were locked for too long
    sync.start(person, 6)
    with pytest.raises(Unavailable):
        sync.list_mailbox(person, 6)
    job = job_of(person)
    assert (job["status"], job["attempts"], job["lease_token"]) == ("processing", 0, None)
    assert timedelta(seconds=10) < job["resume_at"] - datetime.now(UTC) < timedelta(seconds=16)


# ── what kills its worker ──


def die(gmail: ScriptedGmail, *, on_page: int) -> None:
    """Whoever lists this page is gone, and writes nothing any more."""
    list_ids = gmail.list_ids

    def kill(*, after: datetime, page_token: str | None) -> object:
        if int(page_token or 0) == on_page * gmail.page_size:
            gmail.calls.append("killed")
            raise KeyboardInterrupt
        return list_ids(after=after, page_token=page_token)

    gmail.list_ids = kill  # type: ignore[method-assign, assignment]  # whatever it is that kills


def list_and_die(person: uuid.UUID) -> bool:
    """List until its worker is killed, however long it has to wait before; False when it is not killed any more."""
    for _ in range(2):  # the first may find out only that the one before was lost
        run("UPDATE email_sync_jobs SET resume_at = NULL")
        try:
            sync.list_mailbox(person, 6)
        except KeyboardInterrupt:
            run("UPDATE email_sync_jobs SET lease_expires_at = now() - interval '1 second'")
            return True
    return False


def test_a_listing_that_kills_its_worker_ends(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """It was tried for ever, and took a worker with it each time."""
    gmail.fill(payments=5)
    list_ids = gmail.list_ids
    die(gmail, on_page=0)
    sync.start(person, 6)
    assert [list_and_die(person) for _ in range(7)] == [*[True] * 5, False, False]
    job = job_of(person)
    assert (job["status"], job["failure_code"], job["lease_token"]) == ("failed", LISTING_LOST, None)
    assert [entry["code"] for entry in job["error_log"]] == ["lost_lease"] * 5 + ["listing_lost"]
    assert progress.status(person).phase == "failed"
    gmail.list_ids = list_ids  # type: ignore[method-assign]  # whatever it was is gone
    assert sync.start(person, 6).created
    answer_bells(bells)
    assert_balanced(person)


def test_one_kill_costs_no_wait_and_the_second_does(person: uuid.UUID, gmail: ScriptedGmail) -> None:
    die(gmail, on_page=0)
    sync.start(person, 6)
    list_and_die(person)
    with pytest.raises(KeyboardInterrupt):
        sync.list_mailbox(person, 6)
    run("UPDATE email_sync_jobs SET lease_expires_at = now() - interval '1 second'")
    sync.list_mailbox(person, 6)
    assert job_of(person)["resume_at"] > datetime.now(UTC)


def test_a_worker_that_died_counts_for_no_fault_of_gmail(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=5)
    list_ids = gmail.list_ids
    die(gmail, on_page=0)
    sync.start(person, 6)
    assert [list_and_die(person) for _ in range(2)] == [True, True]

    def away(**_: object) -> object:
        raise TransientFault("500")

    gmail.list_ids = away  # type: ignore[method-assign, assignment]  # as a Gmail does that is down
    for _ in range(3):
        run("UPDATE email_sync_jobs SET resume_at = NULL")
        sync.list_mailbox(person, 6)
    gmail.list_ids = list_ids  # type: ignore[method-assign]  # and now it answers
    assert job_of(person)["status"] != "failed"
    run("UPDATE email_sync_jobs SET resume_at = NULL")
    sync.list_mailbox(person, 6)
    answer_bells(bells)
    assert_balanced(person)


def test_a_page_that_got_through_forgives_what_was_lost_before(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=100)
    list_ids = gmail.list_ids
    sync.start(person, 6)
    for page in range(4):
        die(gmail, on_page=page)
        assert [list_and_die(person) for _ in range(2)] == [True, True]
        gmail.list_ids = list_ids  # type: ignore[method-assign]  # until the next page
    assert not list_and_die(person)
    answer_bells(bells)
    assert_balanced(person)
    assert job_of(person)["error_count"] == 8


def test_what_was_listed_before_it_ended_is_settled_and_counted(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=50)
    die(gmail, on_page=1)
    sync.start(person, 6)
    list_and_die(person)
    dispatch.dispatch()
    (at_work,) = granted(bells)
    fetch = gmail.fetch

    def ends_meanwhile(ids: Sequence[str], **how: Any) -> Fetched:
        assert [list_and_die(person) for _ in range(5)] == [*[True] * 4, False]
        return fetch(ids, **how)

    gmail.fetch = ends_meanwhile  # type: ignore[method-assign]  # the listing ends while a batch of it is at work
    sync.process_batch(at_work)
    answer_bells(bells)
    job = job_of(person)
    assert (job["failure_code"], job["total_emails"], job["processed_emails"], job["imported_emails"]) == (
        LISTING_LOST,
        25,
        10,
        10,
    )
    counted = only(
        "SELECT (SELECT count(*) FROM email_outcomes) AS outcomes, (SELECT count(*) FROM transactions) AS transactions"
    )
    assert (counted["outcomes"], counted["transactions"]) == (10, 10)
    assert only("SELECT count(*) AS n FROM quota_grants WHERE ended_at IS NULL AND batch_id IS NOT NULL")["n"] == 0


@pytest.mark.parametrize(("mails", "batches"), [(0, []), (1, [1]), (99, [99]), (100, [100]), (101, [100, 1])])
def test_a_mailbox_of_any_size_is_cut_and_completed(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, app_settings: Callable[..., Settings], mails: int, batches: list[int]
) -> None:
    app_settings(EMAILS_PER_BATCH="100")
    gmail.page_size = 500
    gmail.fill(payments=mails)
    sync.start(person, 6)
    answer_bells(bells)
    assert_balanced(person)
    assert [row["n"] for row in rows("SELECT cardinality(message_ids) AS n FROM email_sync_batches ORDER BY seq")] == batches


def test_mail_that_moves_the_pages_while_they_are_listed_is_counted_once(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells
) -> None:
    """What comes in pushes the rest down, so that the next page begins with mails that were on this one."""
    gmail.fill(payments=60)
    list_ids = gmail.list_ids

    def one_comes_after(**query: Any) -> Any:
        page = list_ids(**query)
        gmail.deliver(f"new{len(gmail.mails):05d}", payment(len(gmail.mails) + 1))
        return page

    gmail.list_ids = one_comes_after  # type: ignore[method-assign]  # a mail between any two pages
    sync.start(person, 6)
    answer_bells(bells)
    assert_balanced(person)
    gmail.list_ids = list_ids  # type: ignore[method-assign]  # quiet again
    incremental.check_mailbox(person)
    answer_bells(bells)
    assert sorted(gmail.fetched) == sorted(gmail.mails)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == len(gmail.mails)


def opened(statements: list[int]) -> Callable[..., None]:
    def note(_: object, cursor: Any, statement: str, *__: object) -> None:
        if "lowest_id" in statement and statement.startswith("SELECT"):
            statements.append(cursor.rowcount)

    return note


def test_a_page_costs_what_it_holds_and_not_what_was_listed_before(person: uuid.UUID, gmail: ScriptedGmail) -> None:
    """Each page read all ids of those before: a mailbox of 200,000 mails has 400."""
    gmail.mails = {f"{0x19A0000000000000 - 977 * n:016x}": letter() for n in range(1000)}
    batches_opened: list[int] = []
    note = opened(batches_opened)
    event.listen(get_engine(), "after_cursor_execute", note)
    try:
        sync.start(person, 6)
        sync.list_mailbox(person, 6)
    finally:
        event.remove(get_engine(), "after_cursor_execute", note)
    assert batches_opened == [0] * 40
    assert job_of(person)["total_emails"] == 1000


@pytest.mark.parametrize("order", ["newest", "oldest", "shuffled", "before 050"])
def test_an_id_is_recognised_wherever_it_was_listed(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, order: str) -> None:
    """Other mail systems' mail was moved here in any order; and a listing may begin anew at any page."""
    ids = [f"{n:04x}" for n in range(80, 0, -1)]
    if order == "oldest":
        ids.reverse()
    elif order == "shuffled":
        Random(7).shuffle(ids)
    gmail.mails = {one: letter() for one in ids}
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    again = "UPDATE email_sync_jobs SET listed_at = NULL, list_page_token = :token"
    if order == "before 050":
        run("UPDATE email_sync_batches SET lowest_id = NULL, highest_id = NULL")
    for token in (None, "25", "50"):
        run(again, token=token)
        sync.list_mailbox(person, 6)
    assert job_of(person)["total_emails"] == 80
    answer_bells(bells)
    assert_balanced(person)
