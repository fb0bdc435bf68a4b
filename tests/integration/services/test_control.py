"""Pause, resume, cancel and retry: whatever a person does, nothing is lost, doubled or fetched twice."""

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from app.db import transaction
from app.errors import Conflict, NotFound
from app.gmail.port import FetchFault
from app.services import connections, control, dispatch, incremental, progress, schedule, sync
from app.storage import connections as connections_stored
from app.storage import listings
from tests.integration.services.conftest import SCOPE, Bells, answer_bells, granted
from tests.integration.services.facts import assert_balanced, job_of, only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail, payment

BROKEN = FetchFault("transient", True, "http_503")


def listed(person: uuid.UUID, bells: Bells) -> tuple[uuid.UUID, list[uuid.UUID]]:
    """A listed job, and its batches that were granted (one: the limit in flight of a user)."""
    job_id = sync.start(person, 6).job_id
    sync.list_mailbox(person, 6)
    dispatch.dispatch()
    batch_ids = granted(bells)
    bells.rung.clear()
    return job_id, batch_ids


def test_a_paused_job_rests_and_goes_on_where_it_was(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=35)
    job_id, (granted,) = listed(person, bells)
    control.pause(job_id)
    sync.process_batch(granted)  # was rung before the pause, and taken back by it
    dispatch.requeue_stalled()
    answer_bells(bells)
    assert gmail.fetched == []
    assert progress.status(person).phase == "paused"
    assert only("SELECT count(*) AS n FROM quota_grants WHERE ended_at IS NULL")["n"] == 0
    control.pause(job_id)
    control.resume(job_id)
    answer_bells(bells)
    assert_balanced(person)
    assert sorted(gmail.fetched) == sorted(gmail.mails)


def test_a_batch_at_work_is_finished_after_a_pause(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=20)
    job_id, (granted,) = listed(person, bells)
    fetch = gmail.fetch

    def pause_meanwhile(ids: object, *, deadline_seconds: float, **_: object) -> object:
        control.pause(job_id)
        return fetch(ids, deadline_seconds=deadline_seconds)  # type: ignore[arg-type]  # handed on as it came

    gmail.fetch = pause_meanwhile  # type: ignore[method-assign, assignment]  # somebody pauses while Gmail is asked
    sync.process_batch(granted)
    assert (job_of(person)["processed_emails"], progress.status(person).phase) == (10, "paused")
    answer_bells(bells)
    assert len(gmail.fetched) == 10


def test_a_listing_at_work_stops_at_the_pause_and_lists_the_rest_later(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells
) -> None:
    gmail.fill(payments=60)
    job_id = sync.start(person, 6).job_id
    list_ids, pages = gmail.list_ids, []

    def pause_after_one(**query: object) -> object:
        pages.append(query)
        if len(pages) == 2:
            control.pause(job_id)
        return list_ids(**query)  # type: ignore[arg-type]  # handed on as it came

    gmail.list_ids = pause_after_one  # type: ignore[method-assign, assignment]  # somebody pauses in the middle of the listing
    sync.list_mailbox(person, 6)
    assert (job_of(person)["total_emails"], job_of(person)["listed_at"]) == (25, None)
    sync.list_mailbox(person, 6)
    assert len(pages) == 2
    bells.rung.clear()
    control.resume(job_id)
    answer_bells(bells)
    assert_balanced(person)
    assert job_of(person)["total_emails"] == 60


def test_a_cancelled_job_keeps_what_it_has_and_the_next_fetches_the_rest(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells
) -> None:
    gmail.fill(payments=30)
    job_id, (granted,) = listed(person, bells)
    sync.process_batch(granted)
    control.cancel(job_id)
    answer_bells(bells)
    job = job_of(person)
    assert (job["status"], job["failure_code"], job["processed_emails"]) == ("failed", "cancelled", 10)
    assert progress.status(person).phase == "cancelled"
    sync.start(person, 6)
    answer_bells(bells)
    assert_balanced(person)
    assert (job_of(person)["total_emails"], job_of(person)["known_emails"]) == (20, 10)
    assert len(gmail.fetched) == len(set(gmail.fetched)) == 30
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 30


def connection() -> Any:
    return only("SELECT history_id, next_sync_at - now() AS wait, overlap_missed FROM gmail_connections")


@pytest.mark.parametrize("begun", [True, False])
def test_after_a_cancelled_first_import_new_mail_is_kept_current(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, *, begun: bool
) -> None:
    """Nobody looked at such a mailbox any more, and nothing said so. The older mail is what was cancelled."""
    gmail.fill(payments=25)
    gmail.received = dict.fromkeys(gmail.mails, datetime.now(UTC) - timedelta(days=2))
    job_id = listed(person, bells)[0] if begun else sync.start(person, 6).job_id
    control.cancel(job_id)
    bells.rung.clear()
    assert connection()["history_id"] == (1000 if begun else None)
    assert 29 * 60 < connection()["wait"].total_seconds() <= 30 * 60
    run("UPDATE gmail_connections SET next_sync_at = now()")
    gmail.deliver("new00001", payment(501))
    assert schedule.ring_due() == 1
    answer_bells(bells)
    assert_balanced(person)
    assert (gmail.fetched, connection()["history_id"], connection()["overlap_missed"]) == (["new00001"], 1010, 0)
    gmail.oldest_history = 2000
    gmail.deliver("new00002", payment(502))
    incremental.check_mailbox(person)
    answer_bells(bells)
    assert gmail.fetched == ["new00001", "new00002"], "by date from its start on, when the history is gone"
    sync.start(person, 6)
    answer_bells(bells)
    assert sorted(gmail.fetched) == sorted(gmail.mails)
    assert_balanced(person)


def test_who_cancels_while_their_grant_is_gone_is_looked_at_when_they_connect_again(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells
) -> None:
    gmail.fill(payments=25)
    job_id, _ = listed(person, bells)
    with transaction() as session:
        assert connections_stored.needs_reconnect(session, person, "revoked")
    control.cancel(job_id)
    assert (connection()["history_id"], connection()["wait"]) == (1000, None)
    gmail.deliver("new00001", payment(501))
    connections.connect(person, "asha@example.com", "another-refresh-token", [SCOPE])
    bells.rung.clear()
    assert schedule.ring_due() == 1
    answer_bells(bells)
    assert_balanced(person)
    assert gmail.fetched == ["new00001"]


def test_the_days_before_a_cancelled_import_are_not_missed(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=5)
    control.cancel(sync.start(person, 6).job_id)
    bells.rung.clear()
    for days, compared in ((2, False), (4, True)):
        gmail.received = {one: datetime.now(UTC) - timedelta(days=days, hours=1) for one in gmail.mails}
        moved = (
            "UPDATE gmail_connections SET overlap_checked_at = overlap_checked_at - make_interval(days => 2), history_id = 1000"
        )
        run(moved)
        gmail.calls.clear()
        incremental.check_mailbox(person)
        assert ("list_ids" in gmail.calls) == compared
    assert (connection()["overlap_missed"], gmail.fetched) == (0, [])


def test_cancelling_a_later_import_does_not_move_the_cursor(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=5)
    sync.start(person, 6)
    answer_bells(bells)
    gmail.deliver("new00001", payment(501))
    job_id, _ = listed(person, bells)
    before = only("SELECT last_email_fetch_time AS at FROM users")
    control.cancel(job_id)
    assert connection()["history_id"] == 1000
    assert only("SELECT last_email_fetch_time AS at FROM users") == before
    incremental.check_mailbox(person)
    answer_bells(bells)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 6


def test_a_cancelled_look_is_made_again(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=5)
    sync.start(person, 6)
    answer_bells(bells)
    gmail.deliver("new00001", payment(501))
    incremental.check_mailbox(person)
    control.cancel(job_of(person)["id"])
    bells.rung.clear()
    incremental.check_mailbox(person)
    answer_bells(bells)
    assert_balanced(person)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 6


def test_what_failed_is_tried_again_in_a_job_of_its_own(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=12)
    gmail.faults = {"pay00003": [BROKEN] * 3, "pay00007": [BROKEN] * 3}
    first = sync.start(person, 6).job_id
    for _ in range(4):
        answer_bells(bells)
        run("UPDATE email_sync_batches SET not_before = NULL")
        dispatch.dispatch()
    before = job_of(person)
    assert (before["status"], before["failed_emails"]) == ("completed", 2)
    cursor = only("SELECT history_id, next_sync_at FROM gmail_connections")
    again = control.retry(first)
    assert again.total_emails == 2
    answer_bells(bells)
    job = job_of(person)
    assert (job["id"], job["kind"], job["status"], job["parsed_transactions"]) == (again.job_id, "retry", "completed", 2)
    assert_balanced(person)
    assert only("SELECT * FROM email_sync_jobs WHERE id = :j", j=first) == before
    assert only("SELECT history_id, next_sync_at FROM gmail_connections") == cursor
    assert rows("SELECT outcome, count(*) AS n FROM email_outcomes GROUP BY 1") == [{"outcome": "stored", "n": 12}]
    with pytest.raises(Conflict) as caught:
        control.retry(first)
    assert caught.value.code == "nothing_to_retry"


def test_an_import_takes_the_place_of_a_retry(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """Whoever asks for an import is not told that one is under way when only what failed is tried again."""
    gmail.fill(payments=12)
    gmail.faults = {"pay00003": [FetchFault("refused", False, "http_400")]}
    first = sync.start(person, 6).job_id
    answer_bells(bells)
    again = control.retry(first)
    control.pause(again.job_id)
    started = sync.start(person, 12)
    assert (started.created, started.months) == (True, 12)
    answer_bells(bells)
    assert_balanced(person)
    assert (job_of(person)["id"], job_of(person)["total_emails"], job_of(person)["known_emails"]) == (started.job_id, 1, 11)
    assert only("SELECT failure_code FROM email_sync_jobs WHERE id = :j", j=again.job_id)["failure_code"] == "superseded"


@pytest.mark.parametrize("state", ["pending", "listing", "listed", "paused"])
def test_two_who_press_at_once(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, state: str) -> None:
    """Every pair of buttons ends as if one came after the other, and the job still comes to its end."""
    gmail.fill(payments=20)
    job_id = sync.start(person, 6).job_id
    if state == "listing":
        with transaction() as session:
            assert listings.claim(session, person, 60) is not None
    elif state != "pending":
        sync.list_mailbox(person, 6)
        dispatch.dispatch()
    if state == "paused":
        control.pause(job_id)
    presses: list[Callable[[], object]] = [
        *[partial(act, job_id) for act in (control.pause, control.resume) for _ in range(4)],
        *[partial(sync.start, person, 6)] * 4,
    ]
    with ThreadPoolExecutor(6) as pool:
        for done in [pool.submit(press) for press in presses]:
            done.result(timeout=30)
    assert len(rows("SELECT 1 FROM email_sync_jobs")) == 1
    control.resume(job_id)
    run("UPDATE email_sync_jobs SET lease_token = NULL, lease_expires_at = NULL")
    dispatch.requeue_stalled()
    answer_bells(bells)
    assert_balanced(person)
    assert sorted(gmail.fetched) == sorted(gmail.mails)


def test_a_job_that_many_cancel_ends_once(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=20)
    job_id, _ = listed(person, bells)
    with ThreadPoolExecutor(4) as pool:
        pressed = [pool.submit(control.cancel, job_id) for _ in range(4)]
        ends = [one.exception(timeout=30) for one in pressed]
    assert [type(one) for one in ends if one is not None] == [Conflict] * 3
    assert only("SELECT count(*) AS n FROM quota_grants WHERE ended_at IS NULL")["n"] == 0
    assert (job_of(person)["failure_code"], job_of(person)["error_count"]) == ("cancelled", 1)


def test_a_retry_waits_for_the_live_sync(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=1)
    gmail.faults = {"pay00000": [FetchFault("refused", False, "http_400")]}
    first = sync.start(person, 6).job_id
    answer_bells(bells)
    gmail.deliver("new", payment(99))
    incremental.check_mailbox(person)
    with pytest.raises(Conflict) as caught:
        control.retry(first)
    assert caught.value.code == "sync_in_progress"


@pytest.mark.parametrize("act", [control.cancel, control.pause, control.resume])
def test_a_job_that_is_over_stays_so(person: uuid.UUID, bells: Bells, act: object) -> None:
    job_id = sync.start(person, 6).job_id
    answer_bells(bells)
    with pytest.raises(Conflict) as caught:
        act(job_id)  # type: ignore[operator]  # one of the three above
    assert caught.value.code == "job_over"
    assert_balanced(person)


@pytest.mark.parametrize("act", [control.cancel, control.pause, control.resume, control.retry])
def test_an_unknown_job(person: uuid.UUID, act: object) -> None:
    with pytest.raises(NotFound) as caught:
        act(uuid.uuid4())  # type: ignore[operator]  # one of the four above
    assert caught.value.code == "job_not_found"
