"""Keeping current: the cursor, its expiry, no job when nothing is new, everybody at their own moment."""

import uuid
from collections.abc import Callable

import pytest
from sqlalchemy import event

from app import queue
from app.config import Settings
from app.db import get_engine, transaction
from app.errors import AppError, ConfigurationError, GmailRefused, GrantRevoked, Throttled, TransientFault, Unavailable
from app.services import incremental, schedule, sync
from app.storage import connections
from app.workers import email_tasks
from tests.integration.services.conftest import Bells, answer_bells, new_person
from tests.integration.services.facts import assert_balanced, job_of, only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail, letter, payment


@pytest.fixture
def imported(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> uuid.UUID:
    gmail.fill(payments=12)
    sync.start(person, 6)
    answer_bells(bells)
    gmail.calls.clear()
    gmail.fetched.clear()
    return person


def cursor() -> int:
    return int(only("SELECT history_id FROM gmail_connections")["history_id"])


def test_an_import_leaves_the_cursor_pinned_before_its_listing(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=12)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    gmail.deliver("late0001", payment(99))
    answer_bells(bells)
    assert cursor() == 1000
    incremental.check_mailbox(person)
    answer_bells(bells)
    assert_balanced(person)
    assert gmail.fetched[-1] == "late0001"
    assert cursor() == 1010


def test_nothing_new_makes_no_job(imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    before = only("SELECT last_email_fetch_time AS t FROM users")["t"]
    gmail.history_id = 1500
    incremental.check_mailbox(imported)
    assert only("SELECT count(*) AS n FROM email_sync_jobs")["n"] == 1
    assert cursor() == 1500
    assert only("SELECT last_email_fetch_time AS t FROM users")["t"] > before
    assert "fetch" not in gmail.calls


def test_new_mail_makes_a_job_and_only_new_mail_is_fetched(imported: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.deliver("new00001", payment(501))
    gmail.deliver("new00002", letter())
    incremental.check_mailbox(imported)
    assert cursor() == 1000, "the cursor waits until every id has its outcome"
    answer_bells(bells)
    assert_balanced(imported)
    assert (job_of(imported)["kind"], job_of(imported)["total_emails"]) == ("incremental", 2)
    assert sorted(gmail.fetched) == ["new00001", "new00002"]
    assert cursor() == 1020


def test_an_expired_cursor_falls_back_to_dates_once(imported: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.oldest_history = 2000
    gmail.history_id = 2100
    gmail.deliver("new00001", payment(501))
    incremental.check_mailbox(imported)
    answer_bells(bells)
    assert gmail.calls.count("list_added") == 1
    assert gmail.fetched == ["new00001"]
    assert cursor() == 2110
    gmail.calls.clear()
    incremental.check_mailbox(imported)
    assert gmail.calls.count("list_ids") == 0


def test_a_look_while_a_job_is_live_does_nothing(imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    sync.start(imported, 6)
    incremental.check_mailbox(imported)
    assert gmail.calls == []


def test_one_look_at_a_time(imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    run("UPDATE gmail_connections SET lease_token = gen_random_uuid(), lease_expires_at = now() + interval '10 seconds'")
    incremental.check_mailbox(imported)
    assert gmail.calls == []
    run("UPDATE gmail_connections SET lease_expires_at = now() - interval '1 second'")
    incremental.check_mailbox(imported)
    assert "list_added" in gmail.calls


def test_a_fault_keeps_the_cursor_and_comes_back_soon(imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    gmail.deliver("new00001", payment(501))
    gmail.raises["list_added"] = [TransientFault("http_503")]
    incremental.check_mailbox(imported)
    row = only("SELECT sync_attempts, lease_token, next_sync_at < now() + interval '2 minutes' AS soon FROM gmail_connections")
    assert (row["sync_attempts"], row["lease_token"], row["soon"]) == (1, None, True)
    assert cursor() == 1000


@pytest.mark.parametrize("error", [Unavailable("no free connection"), ConfigurationError("TOKEN_ENCRYPTION_KEYS")])
def test_a_fault_of_ours_gives_the_look_back_and_counts_nothing(
    imported: uuid.UUID, gmail: ScriptedGmail, error: AppError
) -> None:
    gmail.raises["list_added"] = [error]  # type: ignore[list-item]  # it may come from anywhere in a look
    with pytest.raises(type(error)):
        incremental.check_mailbox(imported)
    row = only("SELECT sync_attempts, lease_token, next_sync_at < now() + interval '1 minute' AS soon FROM gmail_connections")
    assert (row["sync_attempts"], row["lease_token"], row["soon"]) == (0, None, True)
    assert cursor() == 1000


def test_a_look_that_kills_its_worker_is_not_taken_up_for_ever(imported: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """One every half hour is what a mailbox may cost at the worst, not one every two minutes."""
    list_added = gmail.list_added

    def kill(**_: object) -> object:
        gmail.calls.append("killed")
        raise KeyboardInterrupt

    gmail.list_added = kill  # type: ignore[method-assign, assignment]  # whatever it is that kills
    expired = "UPDATE gmail_connections SET lease_expires_at = now() - interval '1 second', next_sync_at = now()"
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            incremental.check_mailbox(imported)
        run(expired)
    incremental.check_mailbox(imported)
    wait = only("SELECT next_sync_at - now() AS wait, sync_attempts, lease_token FROM gmail_connections")
    assert (wait["wait"].total_seconds() > 29 * 60, wait["sync_attempts"], wait["lease_token"]) == (True, 3, None)
    with pytest.raises(KeyboardInterrupt):
        incremental.check_mailbox(imported)
    run(expired)
    incremental.check_mailbox(imported)
    assert gmail.calls.count("killed") == 4, "one in the next half hour"
    gmail.list_added = list_added  # type: ignore[method-assign]  # whatever it was is gone
    gmail.deliver("new00001", payment(501))
    incremental.check_mailbox(imported)
    answer_bells(bells)
    assert_balanced(imported)
    assert only("SELECT sync_attempts FROM gmail_connections")["sync_attempts"] == 0


def test_a_revoked_grant_stops_the_schedule(imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    gmail.raises["profile"] = [GrantRevoked("revoked")]
    incremental.check_mailbox(imported)
    row = only("SELECT state, next_sync_at, history_id FROM gmail_connections")
    assert (row["state"], row["next_sync_at"], int(row["history_id"])) == ("needs_reconnect", None, 1000)


def test_after_an_import_the_next_look_is_an_interval_away(imported: uuid.UUID, bells: Bells) -> None:
    wait = only("SELECT next_sync_at - now() AS wait FROM gmail_connections")["wait"]
    assert 29 * 60 < wait.total_seconds() <= 30 * 60
    assert schedule.ring_due() == 0


def test_whoever_is_due_is_rung_once(imported: uuid.UUID, bells: Bells) -> None:
    run("UPDATE gmail_connections SET next_sync_at = now()")
    assert (schedule.ring_due(), schedule.ring_due()) == (1, 0)
    assert bells.take("fetch_user_emails_incremental") == [(str(imported),)]


def test_an_hour_without_beat_makes_no_storm(imported: uuid.UUID, bells: Bells) -> None:
    """Whichever of the two beats comes first when Beat is back: the minute's or the half hour's."""
    for n in range(40):
        new_person(f"user{n}@example.com")
    run("UPDATE gmail_connections SET next_sync_at = now() - interval '61 minutes'")
    email_tasks.requeue_stalled()
    email_tasks.schedule_incremental_sync()
    assert len(bells.take("fetch_user_emails_incremental")) <= 5
    spread = rows("SELECT next_sync_at - now() AS wait FROM gmail_connections ORDER BY 1")
    assert spread[-1]["wait"].total_seconds() > 900
    assert all(row["wait"].total_seconds() <= 1800 for row in spread)


@pytest.mark.parametrize(("minutes", "expected"), [(30, [2, 2, 2, 1]), (2, [7, 0]), (10, [2, 2, 2, 1])])
def test_a_minute_rings_for_more_the_more_there_are(
    imported: uuid.UUID,
    bells: Bells,
    app_settings: Callable[..., Settings],
    monkeypatch: pytest.MonkeyPatch,
    minutes: int,
    expected: list[int],
) -> None:
    """Twice what falls to it: seven mailboxes in two minutes make seven, in thirty the least there is."""
    app_settings(SYNC_INTERVAL_MINUTES=str(minutes))
    monkeypatch.setattr(schedule, "RING_LEAST", 2)
    monkeypatch.setattr(schedule, "AT_ONCE", 2)
    for n in range(6):
        new_person(f"user{n}@example.com")
    run("UPDATE gmail_connections SET next_sync_at = now()")
    assert [schedule.ring_due() for _ in expected] == expected
    assert len(set(bells.take("fetch_user_emails_incremental"))) == 7


def test_a_long_line_of_looks_is_not_made_longer(imported: uuid.UUID, bells: Bells, monkeypatch: pytest.MonkeyPatch) -> None:
    run("UPDATE gmail_connections SET next_sync_at = now()")
    monkeypatch.setattr(queue, "listings_waiting", lambda: (schedule.RING_LEAST, 0))
    assert schedule.ring_due() == 0
    monkeypatch.setattr(queue, "listings_waiting", lambda: (schedule.RING_LEAST - 1, 0))
    assert schedule.ring_due() == 1


def test_however_many_are_overdue_all_are_spread(imported: uuid.UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    """In small steps: one statement for a million would run into its time limit, and nobody would be looked at again."""
    monkeypatch.setattr(schedule, "AT_ONCE", 2)
    for n in range(6):
        new_person(f"user{n}@example.com")
    run("UPDATE gmail_connections SET next_sync_at = now() - interval '61 minutes'")
    assert schedule.ring_due() <= 2
    assert only("SELECT count(*) AS n FROM gmail_connections WHERE next_sync_at < now() - interval '1 minute'")["n"] == 0


def test_told_to_wait_a_look_holds_back_the_other_users_of_its_mailbox(imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    sharing, stranger = new_person("ravi@example.com", "Asha@Example.com"), new_person("zoe@example.com")
    sync.start(sharing, 6)
    run("UPDATE gmail_connections SET next_sync_at = now()")
    gmail.raises["profile"] = [Throttled("slow down", retry_after_seconds=90)]
    incremental.check_mailbox(imported)
    waits = rows("SELECT user_id, next_sync_at > now() + interval '80 seconds' AS rests FROM gmail_connections")
    assert {row["user_id"]: row["rests"] for row in waits} == {imported: True, sharing: True, stranger: False}
    job = only(
        "SELECT waiting_quota, resume_at > now() + interval '80 seconds' AS rests FROM email_sync_jobs WHERE user_id = :u",
        u=sharing,
    )
    assert (job["waiting_quota"], job["rests"]) == (True, True)


def test_a_mailbox_that_is_busy_does_not_hold_up_the_others(imported: uuid.UUID, bells: Bells) -> None:
    other = new_person("ravi@example.com")
    run("UPDATE gmail_connections SET next_sync_at = now() - interval '61 minutes'")
    with transaction() as session:
        assert connections.lock(session, imported) is not None  # a token is being refreshed
        schedule.ring_due()
    assert only("SELECT next_sync_at > now() - interval '1 minute' AS spread FROM gmail_connections WHERE user_id = :u", u=other)[
        "spread"
    ]


def test_whoever_is_not_due_is_not_even_looked_at(imported: uuid.UUID) -> None:
    """The index is searched by time, however many mailboxes are idle."""
    statements: list[str] = []
    event.listen(
        get_engine(), "before_cursor_execute", lambda *args: statements.append(args[1].mogrify(args[2], args[3]).decode())
    )
    schedule.ring_due()
    (taking,) = [one for one in statements if "SKIP LOCKED" in one and "ORDER BY" in one]
    with get_engine().begin() as connection:
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        plan = "\n".join(row[0] for row in connection.exec_driver_sql("EXPLAIN " + taking.replace("%", "%%")))
    assert "Index Cond: (next_sync_at <=" in plan, plan


def test_a_cursor_that_gmail_refuses_is_as_good_as_expired(imported: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.deliver("new00001", payment(501))
    gmail.raises["list_added"] = [GmailRefused("http_400")]
    incremental.check_mailbox(imported)
    answer_bells(bells)
    assert gmail.fetched == ["new00001"]
    assert cursor() == 1010


def test_once_a_day_the_last_days_are_compared(imported: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """A mail that the history never told of is found by its date, imported, and counted."""
    run("UPDATE gmail_connections SET overlap_checked_at = now() - interval '25 hours'")
    gmail.mails = {"silent01": payment(777), **gmail.mails}
    incremental.check_mailbox(imported)
    answer_bells(bells)
    assert_balanced(imported)
    assert gmail.fetched == ["silent01"]
    row = only("SELECT overlap_missed, overlap_checked_at > now() - interval '1 minute' AS just_now FROM gmail_connections")
    assert (row["overlap_missed"], row["just_now"]) == (1, True)
    gmail.calls.clear()
    incremental.check_mailbox(imported)
    assert "list_ids" not in gmail.calls


def test_a_comparison_that_finds_nothing_makes_no_job(imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    incremental.check_mailbox(imported)
    assert gmail.calls.count("list_ids") == 1
    assert only("SELECT count(*) AS n FROM email_sync_jobs")["n"] == 1
    row = only("SELECT overlap_missed, overlap_checked_at FROM gmail_connections")
    assert (row["overlap_missed"], row["overlap_checked_at"] is not None) == (0, True)


def test_what_failed_or_the_history_told_is_no_difference(imported: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    run("UPDATE email_outcomes SET outcome = 'failed' WHERE message_id = 'pay00003'")
    gmail.deliver("new00001", payment(501))
    incremental.check_mailbox(imported)
    answer_bells(bells)
    assert gmail.fetched == ["new00001"]
    assert only("SELECT overlap_missed FROM gmail_connections")["overlap_missed"] == 0


def test_mail_that_comes_in_the_middle_of_a_comparison_is_no_difference(imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    """It may come between any two calls."""
    for name in ("profile", "list_added", "list_ids"):
        call = getattr(gmail, name)

        def then_one_comes(*args: object, _call: Callable[..., object] = call, _name: str = name, **options: object) -> object:
            answer = _call(*args, **options)
            gmail.deliver(f"{_name}01", payment(600 + len(gmail.mails)))
            return answer

        setattr(gmail, name, then_one_comes)
    incremental.check_mailbox(imported)
    row = only("SELECT overlap_missed, overlap_checked_at IS NOT NULL AS compared FROM gmail_connections")
    assert (row["overlap_missed"], row["compared"]) == (0, True)


def test_a_comparison_that_fails_is_made_at_the_next_look(imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    gmail.raises["list_ids"] = [TransientFault("http_503")]
    incremental.check_mailbox(imported)
    assert only("SELECT overlap_checked_at FROM gmail_connections")["overlap_checked_at"] is None
    incremental.check_mailbox(imported)
    assert only("SELECT overlap_checked_at FROM gmail_connections")["overlap_checked_at"] is not None


def test_one_mailbox_of_two_users_is_current_for_both(imported: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """Gmail's ids are the same for both; each has outcomes, transactions and a cursor of their own."""
    other = new_person("ravi@example.com")
    sync.start(other, 6)
    answer_bells(bells)
    gmail.deliver("new00001", payment(501))
    for person in (imported, other):
        incremental.check_mailbox(person)
        answer_bells(bells)
        assert_balanced(person)
    stored = rows("SELECT user_id, count(*) AS n FROM transactions GROUP BY 1")
    assert {row["user_id"]: row["n"] for row in stored} == {imported: 13, other: 13}
    assert rows("SELECT history_id::int AS h FROM gmail_connections") == [{"h": 1010}, {"h": 1010}]


def test_an_import_takes_the_place_of_a_live_look(imported: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """A person who asks for an import gets one, and what the look had found is in it."""
    for n in range(14):
        gmail.deliver(f"new{n:05d}", payment(500 + n))
    incremental.check_mailbox(imported)
    email_tasks.dispatch_batches()
    (batch, *_) = bells.take("process_email_batch")
    sync.process_batch(uuid.UUID(str(batch[0])))
    started = sync.start(imported, 6)
    assert started.created
    look, job = rows("SELECT * FROM email_sync_jobs WHERE kind = 'incremental' OR id = :j ORDER BY created_at", j=started.job_id)
    assert (look["status"], look["failure_code"], look["processed_emails"]) == ("failed", "superseded", 10)
    assert job["kind"] == "initial"
    assert cursor() == 1000
    answer_bells(bells)
    assert_balanced(imported)
    assert (job_of(imported)["total_emails"], job_of(imported)["known_emails"]) == (4, 22)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 26
    assert cursor() == 1140
    assert len(gmail.fetched) == 14
