"""A history, or a date query, too long for one task is listed bit by bit; nothing of it is lost, doubled or begun for ever."""

import time
import uuid
from collections.abc import Callable
from contextlib import suppress

import pytest

from app.errors import AppError, GmailRefused, GrantRevoked, HistoryExpired, Throttled, TransientFault
from app.services import control, dispatch, incremental, progress, sync
from tests.integration.services.conftest import Bells, answer_bells
from tests.integration.services.facts import assert_balanced, job_of, only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail, payment

NEW = 30
PAGE = 4
PAGES = -(-NEW // PAGE)


@pytest.fixture
def away(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, monkeypatch: pytest.MonkeyPatch) -> uuid.UUID:
    """Somebody whose import was long ago: thirty new mails, on eight pages of the history. A look has time for two."""
    # The constant stands for the time of a task, which no test can wait for.
    monkeypatch.setattr(incremental, "INLINE_PAGES", 2)
    gmail.fill(payments=5)
    sync.start(person, 6)
    answer_bells(bells)
    gmail.page_size = gmail.history_page_size = PAGE
    for n in range(NEW):
        gmail.deliver(f"new{n:05d}", payment(500 + n))
    run("UPDATE gmail_connections SET overlap_checked_at = now()")
    gmail.calls.clear()
    gmail.fetched.clear()
    return person


def cursor() -> int:
    return int(only("SELECT history_id FROM gmail_connections")["history_id"])


def due_again() -> None:
    run("UPDATE email_sync_jobs SET resume_at = now() - interval '1 second', rung_at = now() - interval '2 seconds'")


def assert_all_is_there(person: uuid.UUID, gmail: ScriptedGmail) -> None:
    assert_balanced(person)
    assert sorted(gmail.fetched) == [f"new{n:05d}" for n in range(NEW)], "each once"
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 5 + NEW
    assert cursor() == 1000 + 10 * NEW


def fail_at(
    gmail: ScriptedGmail, call: str, number: int, *errors: AppError, again: Callable[[str | None], bool] | None = None
) -> None:
    """The call of this number, and those after it, as many as there are errors; or whichever page `again` names."""
    original, left, count = getattr(gmail, call), list(errors), 0

    def failing(*, page_token: str | None, **options: object) -> object:
        nonlocal count
        count += 1
        if left and (again(page_token) if again else count >= number):
            raise left.pop(0)
        return original(page_token=page_token, **options)

    setattr(gmail, call, failing)


def test_a_long_history_is_gone_on_with_by_a_job(away: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    incremental.check_mailbox(away)
    job = job_of(away)
    assert (job["kind"], job["listed_at"], job["total_emails"], progress.status(away).phase) == (
        "incremental",
        None,
        8,
        "listing",
    )
    assert bells.rung.count(("fetch_user_emails_incremental", (str(away),))) == 1
    assert cursor() == 1000
    answer_bells(bells)
    assert_all_is_there(away, gmail)
    assert gmail.calls.count("list_added") == PAGES
    assert gmail.calls.count("profile") == 1, "pinned before the first page, and kept"


def test_an_expired_history_is_listed_by_date_in_the_same_way(away: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.oldest_history = 1100
    incremental.check_mailbox(away)
    assert job_of(away)["listed_at"] is None
    answer_bells(bells)
    assert_all_is_there(away, gmail)
    assert gmail.calls.count("list_added") == 1
    assert gmail.calls.count("list_ids") == -(-(NEW + 5) // PAGE)


@pytest.mark.parametrize("expired", [False, True])
def test_a_worker_that_dies_while_it_lists_costs_a_page(
    away: uuid.UUID, gmail: ScriptedGmail, bells: Bells, *, expired: bool
) -> None:
    gmail.oldest_history = 1100 if expired else 0
    incremental.check_mailbox(away)
    bells.rung.clear()
    for _ in range(2):  # each dies after its first page
        fail_at(gmail, "list_ids" if expired else "list_added", 2, KeyboardInterrupt())  # type: ignore[arg-type]  # no error of ours
        with pytest.raises(KeyboardInterrupt):
            sync.go_on_listing(away)
        assert bells.take("fetch_user_emails_incremental") == []
        dispatch.dispatch()
        assert bells.take("fetch_user_emails_incremental") == [], "its lease runs"
        run("UPDATE email_sync_jobs SET lease_expires_at = now() - interval '1 second', rung_at = now() - interval '21 seconds'")
    dispatch.dispatch()
    answer_bells(bells)
    assert_all_is_there(away, gmail)


def test_a_listing_that_kills_its_worker_ends_and_the_next_look_lists_anew(
    away: uuid.UUID, gmail: ScriptedGmail, bells: Bells
) -> None:
    incremental.check_mailbox(away)
    list_added = gmail.list_added
    for _ in range(5):
        fail_at(gmail, "list_added", 1, KeyboardInterrupt())  # type: ignore[arg-type]  # no error of ours
        for _ in range(2):  # the first may find out only that the one before was lost
            run("UPDATE email_sync_jobs SET resume_at = NULL")
            with suppress(KeyboardInterrupt):
                sync.go_on_listing(away)
        run("UPDATE email_sync_jobs SET lease_expires_at = now() - interval '1 second'")
    sync.go_on_listing(away)
    assert job_of(away)["failure_code"] == "listing_lost"
    assert cursor() == 1000
    gmail.list_added = list_added  # type: ignore[method-assign]  # whatever it was is gone
    answer_bells(bells)
    incremental.check_mailbox(away)
    answer_bells(bells)
    assert sorted(set(gmail.fetched)) == sorted(f"new{n:05d}" for n in range(NEW))
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 5 + NEW
    assert cursor() == 1000 + 10 * NEW


def test_a_history_that_expires_during_a_pause_and_once_more(away: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """Twice in a row, and the second time while it is listed by date: neither loses a mail, nor begins for ever."""
    incremental.check_mailbox(away)
    job_id = job_of(away)["id"]
    control.pause(job_id)
    gmail.oldest_history = gmail.history_id + 1
    answer_bells(bells)
    assert progress.status(away).phase != "listing"
    control.resume(job_id)
    answer_bells(bells)
    due_again()
    control.pause(job_id)
    gmail.deliver("late00000", payment(900))
    gmail.oldest_history = gmail.history_id + 1
    control.resume(job_id)
    fail_at(gmail, "list_ids", 2, GmailRefused("invalid pageToken"))
    for _ in range(3):
        answer_bells(bells)
        due_again()
        dispatch.dispatch()
    assert_balanced(away)
    assert cursor() == 1000 + 10 * NEW, "of before the pause"
    incremental.check_mailbox(away)
    answer_bells(bells)
    assert sorted(gmail.fetched) == sorted(["late00000", *(f"new{n:05d}" for n in range(NEW))]), "each once"
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 6 + NEW
    assert cursor() == gmail.history_id


def test_a_task_without_time_left_leaves_the_rest_to_the_next(
    away: uuid.UUID, gmail: ScriptedGmail, bells: Bells, monkeypatch: pytest.MonkeyPatch
) -> None:
    incremental.check_mailbox(away)
    moments = iter(range(0, 100_000, 1000))
    # Every page takes a thousand seconds by this clock.
    monkeypatch.setattr(time, "monotonic", lambda: next(moments))
    sync.go_on_listing(away)
    assert gmail.calls.count("list_added") == 3
    monkeypatch.undo()
    assert job_of(away)["lease_token"] is None


def test_a_wait_in_the_middle_loses_nothing_that_was_listed(away: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """In the look itself, and in the job."""
    fail_at(gmail, "list_added", 2, Throttled("http_429", retry_after_seconds=30))
    incremental.check_mailbox(away)
    job = job_of(away)
    assert (job["total_emails"], job["waiting_quota"], progress.status(away).phase) == (PAGE, True, "waiting_quota")
    dispatch.dispatch()
    assert bells.take("fetch_user_emails_incremental") == []
    due_again()
    fail_at(gmail, "list_added", 3, Throttled("http_429", retry_after_seconds=30), TransientFault("http_503"))
    for _ in range(3):
        dispatch.dispatch()
        answer_bells(bells)
        due_again()
    assert_all_is_there(away, gmail)
    assert gmail.calls.count("list_added") == PAGES, "the pages that were answered, each once"


def test_a_fault_of_the_first_page_is_no_job(away: uuid.UUID, gmail: ScriptedGmail) -> None:
    fail_at(gmail, "list_added", 1, TransientFault("http_503"))
    incremental.check_mailbox(away)
    assert job_of(away)["kind"] == "initial"
    assert only("SELECT sync_attempts FROM gmail_connections")["sync_attempts"] == 1


def test_a_history_that_expires_on_the_way_gives_way_to_dates(away: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    incremental.check_mailbox(away)
    fail_at(gmail, "list_added", 3, HistoryExpired("http_404"))
    for _ in range(2):
        answer_bells(bells)
        due_again()
        dispatch.dispatch()
    answer_bells(bells)
    assert_all_is_there(away, gmail)
    assert job_of(away)["known_emails"] == 5


@pytest.mark.parametrize("refusals", [1, 2])
def test_a_page_token_that_grew_old_begins_anew_and_then_by_date(
    away: uuid.UUID, gmail: ScriptedGmail, bells: Bells, refusals: int
) -> None:
    incremental.check_mailbox(away)
    fail_at(gmail, "list_added", 0, *[GmailRefused("http_400")] * refusals, again=lambda token: token == str(4 * PAGE))
    for _ in range(1 + refusals):
        answer_bells(bells)
        due_again()
        dispatch.dispatch()
    answer_bells(bells)
    assert_all_is_there(away, gmail)
    assert ("list_ids" in gmail.calls) is (refusals == 2)


def test_a_page_that_is_always_refused_ends_the_job_and_not_the_schedule(
    away: uuid.UUID, gmail: ScriptedGmail, bells: Bells
) -> None:
    gmail.oldest_history = 1100
    fail_at(gmail, "list_ids", 0, *[GmailRefused("http_400")] * 50, again=lambda token: token == str(3 * PAGE))
    incremental.check_mailbox(away)
    for _ in range(6):
        answer_bells(bells)
        due_again()
        dispatch.dispatch()
    job = job_of(away)
    assert (job["status"], job["failure_code"], job["total_emails"]) == ("failed", "listing_failed", 3 * PAGE)
    assert cursor() == 1000
    assert only("SELECT next_sync_at IS NOT NULL AS scheduled FROM gmail_connections")["scheduled"]


def test_mail_that_comes_while_it_is_listed_is_the_next_looks(away: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    incremental.check_mailbox(away)
    gmail.history_page_size = 100
    gmail.deliver("late0001", payment(900))
    answer_bells(bells)
    assert_balanced(away)
    assert cursor() == 1000 + 10 * NEW
    incremental.check_mailbox(away)
    answer_bells(bells)
    assert cursor() == 1010 + 10 * NEW
    assert gmail.fetched.count("late0001") == 1


def test_a_look_cut_off_by_a_lost_grant_says_so(away: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    incremental.check_mailbox(away)
    fail_at(gmail, "list_added", 2, GrantRevoked("revoked"))
    answer_bells(bells)
    assert (job_of(away)["status"], job_of(away)["failure_code"]) == ("failed", "needs_reconnect")
    assert cursor() == 1000


def test_an_import_takes_the_place_of_a_look_that_is_being_listed(away: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    incremental.check_mailbox(away)
    assert sync.start(away, 6).created
    answer_bells(bells)
    assert_all_is_there(away, gmail)
    assert [row["status"] for row in rows("SELECT status FROM email_sync_jobs ORDER BY created_at")] == [
        "completed",
        "failed",
        "completed",
    ]


def test_the_daily_comparison_takes_no_longer_than_a_look(away: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    run("UPDATE gmail_connections SET overlap_checked_at = now() - interval '25 hours'")
    gmail.history_page_size = 100
    incremental.check_mailbox(away)
    answer_bells(bells)
    assert gmail.calls.count("list_ids") == 2
    row = only("SELECT overlap_missed, overlap_checked_at > now() - interval '1 minute' AS just_now FROM gmail_connections")
    assert (row["overlap_missed"], row["just_now"]) == (0, True)
