"""A worker is alive that looks in and takes up what waits; one that only exists is not."""

import os
import time
import uuid
from pathlib import Path

import pytest
from celery.worker import state

from app.services import dispatch, liveness, sync
from app.services.liveness import BatchTeller, Places
from app.workers import heartbeat
from tests.integration.services.facts import only, run
from tests.integration.services.scripted_gmail import ScriptedGmail

WORKER = "celery@here"


def waiting_for(seconds: int) -> None:
    run("UPDATE quota_grants SET granted_at = now() - make_interval(secs => :s)", s=seconds)


@pytest.fixture
def waiting(person: uuid.UUID, gmail: ScriptedGmail) -> None:
    """A batch that was granted and that nobody has taken up."""
    gmail.fill(payments=1)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    dispatch.dispatch()


def test_a_worker_nobody_has_heard_of(person: uuid.UUID) -> None:
    assert liveness.check(WORKER, 60) == liveness.Liveness(False, f"{WORKER} has never looked into the database, or has stopped")


def test_an_idle_worker_that_looks_in_is_alive(person: uuid.UUID) -> None:
    liveness.look_in(WORKER)
    assert liveness.check(WORKER, 60).alive
    run("UPDATE worker_heartbeats SET looked_at = now() - interval '61 seconds'")
    assert liveness.check(WORKER, 60) == liveness.Liveness(False, f"{WORKER} looked into the database 61 s ago")


@pytest.mark.usefixtures("waiting")
def test_a_worker_that_takes_up_nothing_is_stuck() -> None:
    liveness.look_in(WORKER)
    waiting_for(59)
    assert liveness.check(WORKER, 60).alive
    waiting_for(61)
    assert liveness.check(WORKER, 60).why == f"{WORKER} takes up no batch, though one has been waiting for 61 s"
    BatchTeller().took_batch(WORKER)
    assert liveness.check(WORKER, 60).alive


def test_one_that_stopped_in_good_order_is_forgotten(person: uuid.UUID) -> None:
    liveness.look_in(WORKER)
    liveness.look_in("celery@elsewhere")
    liveness.leave(WORKER)
    assert only("SELECT worker FROM worker_heartbeats")["worker"] == "celery@elsewhere"
    run("UPDATE worker_heartbeats SET looked_at = now() - interval '25 hours'")
    liveness.look_in(WORKER)
    assert only("SELECT worker FROM worker_heartbeats")["worker"] == WORKER


def test_beat_is_alive_that_rings_whatever_its_schedule_file_does(tmp_path: Path) -> None:
    """Some dbm write a file when it is closed alone: its time says nothing."""
    schedule = tmp_path / "celerybeat-schedule"
    assert liveness.check_beat(schedule, 60).why == f"beat has never rung: there is no {schedule}.rang"
    liveness.note_ring(schedule)
    assert liveness.check_beat(schedule, 60).alive
    long_ago = time.time() - 61
    os.utime(f"{schedule}.rang", (long_ago, long_ago))
    assert liveness.check_beat(schedule, 60).why == "beat rang 61 s ago"


def test_a_child_tells_now_and_then(person: uuid.UUID) -> None:
    teller = BatchTeller()
    teller.took_batch(WORKER)
    run("UPDATE worker_heartbeats SET took_batch_at = NULL")
    teller.took_batch(WORKER)
    assert only("SELECT took_batch_at FROM worker_heartbeats")["took_batch_at"] is None


class Held:
    """A task that has a place, as Celery keeps them: the same id may be another task."""

    id = "1"


def test_a_worker_all_of_whose_places_are_held_too_long_is_stuck() -> None:
    """Its children are stopped, and another worker keeps the queue short: it looked well for ever, and held what it was given."""
    places = Places(2, longest_seconds=50)
    first, second = Held(), Held()
    assert not places.all_stuck([first], 0)
    assert not places.all_stuck([first, second], 50)
    assert not places.all_stuck([first, second], 100)  # the second might be at work
    assert places.all_stuck([first, second], 101)
    assert not places.all_stuck([Held(), second], 102)
    assert not places.all_stuck([], 103)
    assert not places.all_stuck([first, second], 200)


def test_a_stuck_worker_does_not_look_in(person: uuid.UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    places = Places(1, longest_seconds=0)
    # What the pool holds is Celery's own table, filled by a consumer that no test of this ring has.
    monkeypatch.setattr(state, "requests", {"1": Held()})
    heartbeat._look_in(WORKER, places)
    run("UPDATE worker_heartbeats SET looked_at = now() - interval '61 seconds'")
    heartbeat._look_in(WORKER, places)
    assert not liveness.check(WORKER, 60).alive
    state.requests.clear()
    heartbeat._look_in(WORKER, places)
    assert liveness.check(WORKER, 60).alive
