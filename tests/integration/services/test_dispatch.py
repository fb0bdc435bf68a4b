"""The dispatcher: within the minute of user and project, in turn over the users, never more in flight than allowed."""

import time
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from app import queue
from app.config import Settings
from app.db import transaction
from app.errors import Throttled
from app.gmail.port import Fetched, FetchFault
from app.services import connections, dispatch, endings, reading, sync
from app.storage import jobs, quota, ready, turns
from tests.integration.services.conftest import SCOPE, Bells, SetTariff, answer_bells, granted, new_person
from tests.integration.services.facts import assert_balanced, job_of, only, rows, run, wait_until_blocked
from tests.integration.services.scripted_gmail import ScriptedGmail


def begun_a_minute_ago() -> None:
    run("UPDATE email_sync_jobs SET created_at = created_at - interval '1 minute'")


def test_a_users_minute_is_never_exceeded(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, tariff: SetTariff) -> None:
    tariff(per_user_minute=40)  # profile 1 + three pages 15 leave room for two batches of ten
    gmail.fill(payments=60)
    sync.start(person, 6)
    answer_bells(bells)
    job = job_of(person)
    assert (job["processed_emails"], job["waiting_quota"]) == (20, True)
    assert only("SELECT sum(units) AS n FROM quota_grants")["n"] <= 40
    for _ in range(3):
        run("UPDATE quota_grants SET ended_at = now() - interval '61 seconds'")
        run("UPDATE email_sync_jobs SET resume_at = now()")
        dispatch.dispatch()
        answer_bells(bells)
    assert_balanced(person)


def test_units_count_until_a_minute_after_the_work_ended(person: uuid.UUID, bells: Bells, tariff: SetTariff) -> None:
    tariff(per_user_minute=10)
    with dispatch.spend(person, 10):
        run("UPDATE quota_grants SET granted_at = now() - interval '5 minutes'")
        with pytest.raises(Throttled), dispatch.spend(person, 1):
            pass
    run("UPDATE quota_grants SET ended_at = now() - interval '59 seconds'")
    with pytest.raises(Throttled) as caught, dispatch.spend(person, 1):
        pass
    assert caught.value.retry_after_seconds is not None
    assert 0.5 <= caught.value.retry_after_seconds <= 2
    run("UPDATE quota_grants SET ended_at = now() - interval '61 seconds'")
    with dispatch.spend(person, 10):
        pass


def test_the_projects_minute_is_shared(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, tariff: SetTariff) -> None:
    gmail.fill(payments=50)
    other = new_person("ravi@example.com")
    for user in (person, other):
        sync.start(user, 6)
        sync.list_mailbox(user, 6)
    run("DELETE FROM quota_grants")
    tariff(per_project_minute=31)  # less a quarter for whoever may begin a listing
    answer_bells(bells)
    assert only("SELECT sum(processed_emails) AS n FROM email_sync_jobs")["n"] == 20
    assert only("SELECT sum(units) AS n FROM quota_grants")["n"] == 20


def test_users_take_turns(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, app_settings: Callable[..., Settings]) -> None:
    gmail.fill(payments=30)
    people = [person, *(new_person(f"user{n}@example.com") for n in range(3))]
    for user in people:
        sync.start(user, 6)
        sync.list_mailbox(user, 6)
    app_settings(DISPATCH_IN_FLIGHT="1")
    begun_a_minute_ago()
    bells.rung.clear()
    turns = []
    for _ in range(8):
        dispatch.dispatch()
        (batch,) = granted(bells)
        turns.append(only("SELECT user_id FROM email_sync_batches WHERE id = :b", b=batch)["user_id"])
        sync.process_batch(batch)
    assert sorted(turns[:4]) == sorted(turns[4:]) == sorted(people)


def test_a_tick_has_its_turn_among_listings(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """It had only tried for the lock, and while a thousand mailboxes were listed somebody always had it."""
    gmail.fill(payments=20)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    with ThreadPoolExecutor(1) as pool, transaction() as listing:
        quota.lock(listing)
        ticking = pool.submit(dispatch.dispatch)
        wait_until_blocked()
        dispatch.dispatch()  # a second tick does not wait behind the first
        listing.commit()
        ticking.result(timeout=10)
    assert len(granted(bells)) == 1


def test_who_begins_now_comes_before_those_who_wait_and_finds_a_place_in_a_full_queue(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells
) -> None:
    gmail.fill(payments=30)
    for n in range(turns.SHORTEST_QUEUE + 2):
        user = new_person(f"user{n}@example.com")
        sync.start(user, 6)
        sync.list_mailbox(user, 6)
    begun_a_minute_ago()
    dispatch.dispatch()
    assert len(granted(bells)) == turns.SHORTEST_QUEUE
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    dispatch.dispatch()
    (batch,) = granted(bells)
    assert only("SELECT user_id FROM email_sync_batches WHERE id = :b", b=batch)["user_id"] == person


def test_the_next_of_the_first_batches_is_fetched_while_one_is_read(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only then: two at once would be too many for one mailbox."""
    # A worker's child answers at once.
    monkeypatch.setattr(queue, "_answers", [dispatch.dispatch_for_a_person])
    gmail.fill(payments=40)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    queued = []

    def read_all(*args: Any) -> Any:
        queued.append([row["seq"] for row in rows("SELECT seq FROM email_sync_batches WHERE status = 'queued'")])
        return reading.read_all(*args)

    monkeypatch.setattr("app.services.sync.read_all", read_all)
    while batch := next(iter(granted(bells)), None):
        sync.process_batch(batch)
    assert queued[:3] == [[1], [2], [3]]
    dispatch.dispatch()
    answer_bells(bells)
    assert_balanced(person)
    assert only("SELECT sum(units) AS n FROM quota_grants WHERE batch_id IS NOT NULL")["n"] == len(gmail.mails)


def test_a_long_line_of_starts_is_not_made_longer(person: uuid.UUID, bells: Bells, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those in it are not lost, and each would be rung anew every twenty seconds."""
    sync.start(person, 6)
    bells.rung.clear()
    run("UPDATE email_sync_jobs SET rung_at = now() - interval '21 seconds'")
    monkeypatch.setattr(queue, "listings_waiting", lambda: (dispatch.LONG_LINE, 0))
    dispatch.dispatch()
    assert bells.take("fetch_user_emails_initial") == []
    monkeypatch.setattr(queue, "listings_waiting", lambda: (dispatch.LONG_LINE - 1, 0))
    dispatch.dispatch()
    assert len(bells.take("fetch_user_emails_initial")) == 1


@pytest.mark.usefixtures("person")
def test_listings_that_go_on_are_rung_a_few_at_a_time(bells: Bells, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a thousand mailboxes they had taken the cores for a minute, and next to no mail was fetched."""
    for n in range(5):
        sync.start(new_person(f"user{n}@example.com"), 6)
    bells.rung.clear()
    run("UPDATE email_sync_jobs SET list_page_token = '25', status = 'processing', rung_at = NULL")
    rung = []
    for in_line in (0, 0, 2, 1):
        monkeypatch.setattr(queue, "listings_waiting", lambda pages=in_line: (0, pages))
        dispatch.dispatch()
        rung.append(len(bells.take("fetch_user_emails_initial")))
    assert rung == [2, 2, 0, 1]
    dispatch.dispatch()
    assert bells.take("fetch_user_emails_initial") == [], "each of them once"


@pytest.mark.usefixtures("person", "bells")
def test_a_silent_redis_holds_up_no_other_granter(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes seconds to find that out, and meanwhile nobody's quota may be locked."""
    free: list[bool] = []

    def asked() -> tuple[int, int]:
        with transaction() as session:
            session.execute(text("SET LOCAL lock_timeout = '1s'"))
            quota.lock(session)
            free.append(quota.begin_tick(session))
        return 0, 0

    monkeypatch.setattr(queue, "listings_waiting", asked)
    dispatch.dispatch()
    assert free == [True]


def test_newest_mail_comes_first(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=35)
    sync.start(person, 6)
    answer_bells(bells)
    assert gmail.fetched == list(gmail.mails)


def test_one_batch_of_a_user_at_a_time(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=30)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    for _ in range(5):
        dispatch.dispatch()
    assert len(granted(bells)) == 1


def test_a_lost_bell_is_rung_again_without_a_new_grant(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=10)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    dispatch.dispatch()
    (lost,) = granted(bells)
    dispatch.requeue_stalled()
    assert granted(bells) == []
    run("UPDATE email_sync_batches SET rung_at = now() - interval '21 seconds'")
    dispatch.requeue_stalled()
    assert granted(bells) == [lost]
    assert only("SELECT count(*) AS n FROM quota_grants WHERE batch_id IS NOT NULL")["n"] == 1
    sync.process_batch(lost)
    assert_balanced(person)


def test_a_lost_bell_of_a_start_is_rung_again(person: uuid.UUID, bells: Bells) -> None:
    sync.start(person, 6)
    bells.rung.clear()
    dispatch.requeue_stalled()
    assert bells.take("fetch_user_emails_initial") == []
    run("UPDATE email_sync_jobs SET rung_at = now() - interval '21 seconds'")
    dispatch.requeue_stalled()
    assert bells.take("fetch_user_emails_initial") == [(str(person), 6)]


def test_everything_rung_is_lost_and_found(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """FLUSHALL at every step: the rows know what is due."""
    gmail.fill(payments=40)
    sync.start(person, 6)
    for _ in range(12):
        bells.rung.clear()
        run("UPDATE email_sync_batches SET rung_at = now() - interval '21 seconds' WHERE status = 'queued'")
        run("UPDATE email_sync_jobs SET rung_at = now() - interval '21 seconds'")
        dispatch.requeue_stalled()
        for name, args in list(bells.rung):
            if name == "fetch_user_emails_initial":
                sync.list_mailbox(person, 6)
            elif name == "process_email_batch":
                sync.process_batch(uuid.UUID(str(args[0])))
    assert_balanced(person)


def test_when_the_projects_day_is_used_up_nothing_is_granted(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=20)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    bells.rung.clear()
    run("UPDATE quota_days SET stopped_reason = 'project_stopped', stopped_until = now() + interval '1 minute'")
    dispatch.dispatch()
    assert granted(bells) == []
    run("UPDATE quota_days SET day = day - 1")
    dispatch.dispatch()
    assert len(granted(bells)) == 1


def test_the_days_units_are_counted(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, tariff: SetTariff) -> None:
    tariff(messages_get=20)
    gmail.fill(payments=20)
    sync.start(person, 6)
    answer_bells(bells)
    forget_grants()
    assert rows("SELECT units FROM quota_days")[0]["units"] == 1 + 5 + 20 * 20


def test_a_job_that_failed_while_it_was_chosen_is_not_granted(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """Its batch would stay queued and its grant open for good, and nothing of this user would ever be granted again."""
    gmail.fill(payments=20)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    with transaction() as session:
        chosen = [one.granted(one.ids) for one in ready.next_ready(session, ready.Limits(most=10, per_user=1))]
        assert len(chosen) == 1
        with transaction() as other:
            endings.fail(other, jobs.lock(other, chosen[0].job_id), "listing_failed")
        assert turns.mark_queued(session, chosen) == []
    assert only("SELECT count(*) AS n FROM email_sync_batches WHERE status <> 'ready'")["n"] == 0


def test_a_job_put_off_while_it_was_chosen_waits(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=20)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    with transaction() as session:
        chosen = [one.granted(one.ids) for one in ready.next_ready(session, ready.Limits(most=10, per_user=1))]
        with transaction() as other:
            jobs.put_off(other, jobs.lock(other, chosen[0].job_id), 60, waiting_quota=True)
        assert turns.mark_queued(session, chosen) == []
    assert job_of(person)["waiting_quota"] is True


def test_the_day_is_stopped_while_grants_are_given(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """A worker holds its job and writes to the day's row, while a tick passes by."""
    gmail.fill(payments=20)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    job_id = job_of(person)["id"]
    with transaction() as session:
        job = jobs.lock(session, job_id)
        dispatch.dispatch()
        quota.stop_day(session, "project_stopped", 900)
        jobs.put_off(session, job, 900, waiting_quota=True)
    dispatch.dispatch()
    assert granted(bells) == []


def test_a_lost_bell_is_rung_again_by_the_next_tick_after_twenty_seconds(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells
) -> None:
    """A worker killed between taking a message and claiming its batch: the work must go on within 45 s."""
    gmail.fill(payments=10)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    dispatch.dispatch()
    (lost,) = granted(bells)
    run("UPDATE email_sync_batches SET rung_at = now() - interval '21 seconds'")
    dispatch.dispatch()
    assert granted(bells) == [lost]


def test_waiting_for_the_projects_minute_is_no_busy_waiting(person: uuid.UUID, bells: Bells, tariff: SetTariff) -> None:
    other = new_person("ravi@example.com")
    tariff(per_project_minute=10)
    with dispatch.spend(other, 10):
        pass
    run("UPDATE quota_grants SET ended_at = now() - interval '20 seconds'")
    with pytest.raises(Throttled) as caught, dispatch.spend(person, 1):
        pass
    assert caught.value.retry_after_seconds is not None
    assert 38 <= caught.value.retry_after_seconds <= 40


def test_a_stopped_day_is_tried_again_a_quarter_of_an_hour_later(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=20)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    bells.rung.clear()
    with transaction() as session:
        quota.stop_day(session, "project_stopped", 900)
    with pytest.raises(Throttled) as caught, dispatch.spend(person, 1):
        pass
    assert caught.value.retry_after_seconds is not None
    assert 890 <= caught.value.retry_after_seconds <= 900
    dispatch.dispatch()
    assert granted(bells) == []
    run("UPDATE quota_days SET stopped_until = now()")
    dispatch.dispatch()
    assert len(granted(bells)) == 1


def test_what_is_left_of_a_minute_is_granted_in_part(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, tariff: SetTariff, app_settings: Callable[..., Settings]
) -> None:
    tariff(per_user_minute=40)
    app_settings(GMAIL_HTTP_BATCH_SIZE="4")
    gmail.fill(payments=60)
    sync.start(person, 6)
    answer_bells(bells)  # profile 1 and three pages 15 leave 24: batches of ten and ten, and four of the page's last five
    assert gmail.fetched == list(gmail.mails)[:24]
    assert (job_of(person)["processed_emails"], job_of(person)["waiting_quota"]) == (24, True)
    assert only("SELECT sum(units) AS n FROM quota_grants")["n"] == 40
    third = only("SELECT status, cardinality(pending_ids) AS pending FROM email_sync_batches WHERE seq = 2")
    assert (third["status"], third["pending"]) == ("ready", 1)


def test_a_newcomers_first_batches_come_before_the_others_rest(
    person: uuid.UUID,
    gmail: ScriptedGmail,
    bells: Bells,
    app_settings: Callable[..., Settings],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # In three batches of a hundred there would be more than enough; in these there are 25, and with fewer they would go on first.
    monkeypatch.setattr(turns, "FIRST_TRANSACTIONS", 25)
    gmail.fill(payments=60)
    others = [person, *(new_person(f"user{n}@example.com") for n in range(3))]
    for user in others:
        sync.start(user, 6)
        sync.list_mailbox(user, 6)
    app_settings(DISPATCH_IN_FLIGHT="1")
    bells.rung.clear()
    begun_a_minute_ago()
    for _ in range(3 * len(others) + 1):
        grant_and_work(bells)
    newcomer = new_person("zoe@example.com")
    sync.start(newcomer, 6)
    sync.list_mailbox(newcomer, 6)
    bells.rung.clear()
    turns_taken = [grant_and_work(bells) for _ in range(8)]
    assert turns_taken[:6].count(newcomer) == 3
    assert turns_taken[6:].count(newcomer) <= 1
    assert set(turns_taken) > {newcomer}


def grant_and_work(bells: Bells) -> uuid.UUID:
    """Whose batch it was."""
    dispatch.dispatch()
    (batch,) = granted(bells)
    sync.process_batch(batch)
    return uuid.UUID(str(only("SELECT user_id FROM email_sync_batches WHERE id = :b", b=batch)["user_id"]))


def test_new_mail_is_fetched_while_others_import(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, app_settings: Callable[..., Settings]
) -> None:
    gmail.fill(payments=60)
    other = new_person("ravi@example.com")
    for user in (person, other):
        sync.start(user, 6)
        sync.list_mailbox(user, 6)
    run("UPDATE email_sync_jobs SET priority = 1 WHERE user_id = :u", u=other)
    app_settings(DISPATCH_IN_FLIGHT="1")
    bells.rung.clear()
    assert {grant_and_work(bells) for _ in range(4)} == {person, other}


def test_without_workers_only_a_short_queue_is_granted(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """A granted batch in a queue holds quota that nobody can use."""
    gmail.fill(payments=10)
    for n in range(20):
        user = new_person(f"user{n}@example.com")
        sync.start(user, 6)
        sync.list_mailbox(user, 6)
    begun_a_minute_ago()
    for _ in range(3):
        dispatch.dispatch()
    assert len(granted(bells)) == turns.SHORTEST_QUEUE
    run(
        "UPDATE email_sync_batches SET status = 'running', lease_token = gen_random_uuid(),"
        " lease_expires_at = now() + interval '1 h' WHERE status = 'queued'"
    )
    dispatch.dispatch()
    assert len(granted(bells)) == turns.SHORTEST_QUEUE


def test_the_minute_of_a_batch_begins_with_its_last_answer(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, tariff: SetTariff
) -> None:
    tariff(messages_get=5)
    gmail.fill(payments=10)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    original = gmail.fetch

    def slow_to_read(ids: Sequence[str], *, deadline_seconds: float, **_: object) -> Fetched:
        return replace(original(ids, deadline_seconds=deadline_seconds), calls=8, answered_at=time.monotonic() - 20)

    gmail.fetch = slow_to_read  # type: ignore[method-assign]  # the last call was answered twenty seconds before the write
    dispatch.dispatch()
    sync.process_batch(*granted(bells))
    grant = only(
        "SELECT units, extract(epoch FROM clock_timestamp() - ended_at) AS ago FROM quota_grants WHERE batch_id IS NOT NULL"
    )
    assert grant["units"] == 8 * 5
    assert 20 <= grant["ago"] < 25
    forget_grants()
    assert only("SELECT units FROM quota_days")["units"] == 1 + 5 + 8 * 5


def forget_grants() -> None:
    """As when a minute has passed."""
    run("UPDATE quota_grants SET ended_at = now() - interval '61 seconds'")
    with transaction() as session:
        quota.lock(session)
        quota.open_books(session)


def test_pages_that_were_not_listed_are_given_back(person: uuid.UUID, gmail: ScriptedGmail, tariff: SetTariff) -> None:
    tariff()
    gmail.fill(payments=30)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    assert only("SELECT sum(units) AS n, count(*) AS grants FROM quota_grants") == {"n": 1 + 2 * 5, "grants": 1}
    assert only("SELECT units FROM quota_days")["units"] == 1 + 4 * 5
    forget_grants()
    assert only("SELECT units FROM quota_days")["units"] == 1 + 2 * 5


def test_a_grant_that_nobody_will_end_is_ended_by_the_sweeper(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """Left open it would keep its user's place for good."""
    gmail.fill(payments=20)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    dispatch.dispatch()
    (batch,) = granted(bells)
    run("UPDATE quota_grants SET granted_at = now() - interval '3 minutes'")
    dispatch.requeue_stalled()
    assert only("SELECT count(*) AS n FROM quota_grants WHERE ended_at IS NULL")["n"] == 1
    run("UPDATE email_sync_batches SET status = 'ready' WHERE id = :b", b=batch)
    dispatch.requeue_stalled()
    assert len(granted(bells)) == 1
    assert only("SELECT count(*) AS n FROM quota_grants WHERE ended_at IS NULL")["n"] == 1
    answer_bells(bells)


@pytest.fixture
def newcomer(person: uuid.UUID, gmail: ScriptedGmail) -> uuid.UUID:
    """Who has just begun beside `person`, whose import is past its first batches; of each mailbox one batch is ready."""
    gmail.fill(payments=10)
    newcomer = new_person("zoe@example.com")
    for user in (person, newcomer):
        sync.start(user, 6)
        sync.list_mailbox(user, 6)
    run("UPDATE email_sync_jobs SET priority = 2 WHERE user_id = :u", u=person)
    return newcomer


def test_a_newcomer_is_served_while_imports_have_used_up_their_part_of_the_minute(
    newcomer: uuid.UUID, bells: Bells, tariff: SetTariff
) -> None:
    tariff(per_project_minute=20_000)
    run("UPDATE quota_grants SET units = 9960")  # two listings: with 19,920 spent, 80 are left, which are not for imports
    dispatch.dispatch()
    (batch,) = granted(bells)
    assert only("SELECT user_id FROM email_sync_batches WHERE id = :b", b=batch)["user_id"] == newcomer


def test_who_imports_spends_the_projects_minute_evenly_and_a_newcomer_at_once(
    person: uuid.UUID, newcomer: uuid.UUID, bells: Bells, tariff: SetTariff
) -> None:
    tariff(per_project_minute=60_000)
    run("UPDATE quota_grants SET units = 2625, ended_at = now()")  # two listings: 5.25 seconds of the minute in the last 5
    assert grant_and_work(bells) == newcomer
    dispatch.dispatch()
    assert granted(bells) == []
    run("UPDATE quota_grants SET granted_at = granted_at - interval '5 s'")
    assert grant_and_work(bells) == person


# ── one mailbox of two users: Gmail counts by mailbox ──


@pytest.fixture
def both(person: uuid.UUID, gmail: ScriptedGmail) -> list[uuid.UUID]:
    gmail.fill(payments=60)
    people = [person, new_person("ravi@example.com", "Asha@Example.com")]
    for user in people:
        sync.start(user, 6)
        sync.list_mailbox(user, 6)
    run("DELETE FROM quota_grants")
    begun_a_minute_ago()
    return people


def test_two_users_of_a_mailbox_share_its_minute(both: list[uuid.UUID], bells: Bells, tariff: SetTariff) -> None:
    tariff(per_user_minute=40)
    answer_bells(bells)
    processed = [job_of(user)["processed_emails"] for user in both]
    assert min(processed) > 0, "each has a part of it"
    assert 30 < sum(processed) == only("SELECT sum(units) AS n FROM quota_grants")["n"] <= 40
    for user in both:
        with pytest.raises(Throttled), dispatch.spend(user, 10):
            pass
    with dispatch.spend(new_person("zoe@example.com"), 40):
        pass


def test_two_users_of_a_mailbox_have_one_batch_in_flight(both: list[uuid.UUID], bells: Bells) -> None:
    bells.rung.clear()
    served = set()
    for _ in range(4):
        dispatch.dispatch()
        dispatch.dispatch()
        (batch,) = granted(bells)
        served.add(only("SELECT user_id FROM email_sync_batches WHERE id = :b", b=batch)["user_id"])
        sync.process_batch(batch)
    assert served == set(both)


def test_a_tick_gives_no_mailbox_more_than_its_minute(
    both: list[uuid.UUID], bells: Bells, tariff: SetTariff, app_settings: Callable[..., Settings]
) -> None:
    tariff(per_user_minute=15)
    app_settings(DISPATCH_IN_FLIGHT_PER_USER="2")
    bells.rung.clear()
    dispatch.dispatch()
    assert only("SELECT sum(units) AS n FROM quota_grants")["n"] <= 15


def test_what_a_mailbox_has_spent_stays_its_own_when_another_is_connected(person: uuid.UUID, tariff: SetTariff) -> None:
    tariff(per_user_minute=10)
    with dispatch.spend(person, 10):
        pass
    other = new_person("ravi@example.com", "asha@example.com")
    connections.connect(person, "elsewhere@example.com", "refresh-token", [SCOPE])
    with dispatch.spend(person, 10):
        pass
    with pytest.raises(Throttled), dispatch.spend(other, 1):
        pass


def told_to_wait(bells: Bells, gmail: ScriptedGmail, users: Sequence[uuid.UUID]) -> None:
    """A tick, and Gmail refuses what is asked of these users' mailbox."""
    dispatch.dispatch()
    for batch in granted(bells):
        one = only("SELECT user_id, pending_ids FROM email_sync_batches WHERE id = :b", b=batch)
        if one["user_id"] in users:
            gmail.faults[one["pending_ids"][0]] = [FetchFault("throttled", True, "http_429")]
            sync.process_batch(batch)


@pytest.mark.parametrize("others_wait", ["1 second", "9 minutes"])
def test_told_to_wait_all_users_of_a_mailbox_wait(
    both: list[uuid.UUID], gmail: ScriptedGmail, bells: Bells, others_wait: str
) -> None:
    stranger = new_person("zoe@example.com")
    sync.start(stranger, 6)
    sync.list_mailbox(stranger, 6)
    bells.rung.clear()
    run("UPDATE email_sync_jobs SET resume_at = now() + CAST(:wait AS interval) WHERE user_id = :u", wait=others_wait, u=both[1])
    told_to_wait(bells, gmail, both)
    found = rows(
        "SELECT user_id, waiting_quota, coalesce(extract(epoch FROM resume_at - now()), 0)::float AS wait FROM email_sync_jobs"
    )
    waits = {row["user_id"]: row["wait"] for row in found}
    assert 3 < waits[both[0]] <= 60
    assert waits[stranger] == 0
    if others_wait == "9 minutes":
        assert waits[both[1]] > 500, "no wait is made shorter"
    else:
        assert waits[both[1]] == pytest.approx(waits[both[0]], abs=1)


def test_an_import_has_its_turn_while_new_mail_takes_what_comes_free(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, tariff: SetTariff
) -> None:
    """Ten units come free at a time: never so many that the part which imports leave to others would be left over."""
    tariff(per_project_minute=20_000)
    gmail.fill(payments=60)
    people = [person, *(new_person(f"user{n}@example.com") for n in range(8))]
    for user in people:
        sync.start(user, 6)
        sync.list_mailbox(user, 6)
    run("UPDATE email_sync_jobs SET priority = CASE WHEN user_id = :u THEN 2 ELSE 1 END", u=person)
    run("DELETE FROM quota_grants WHERE user_id <> :u", u=people[1])
    # New mail leaves 80 units of 20,000, imports 100; one batch costs 10.
    run("UPDATE quota_grants SET units = 19909, granted_at = now() - interval '30 s', ended_at = now() - interval '20 s'")
    bells.rung.clear()
    served = []
    for _ in range(8):
        served.append(grant_and_work(bells))
        run("DELETE FROM quota_grants WHERE batch_id IS NOT NULL")
    assert served.count(person) == 2


def test_what_is_given_back_after_midnight_is_taken_from_the_day_it_was_granted_on(person: uuid.UUID, tariff: SetTariff) -> None:
    with dispatch.spend(person, 10) as spending:
        run("UPDATE quota_grants SET granted_at = granted_at - interval '1 day'")
        run("UPDATE quota_days SET day = day - 1")
        run("INSERT INTO quota_days (day) SELECT day + 1 FROM quota_days")
        spending.units = 4
    forget_grants()
    assert [one["units"] for one in rows("SELECT units FROM quota_days ORDER BY day")] == [4, 0]
