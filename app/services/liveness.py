"""Is a worker alive? Not "does its process exist" but "has it looked into the database and taken up work lately"."""

import time
from collections.abc import Collection, Hashable
from dataclasses import dataclass, field
from pathlib import Path

import structlog

from app.db import transaction
from app.errors import AppError
from app.storage import heartbeats

log = structlog.get_logger()

LOOK_EVERY_SECONDS = 15.0
# A row that every child of a worker writes is written by each of them this often at most.
TELL_EVERY_SECONDS = 5.0
_FORGET_AFTER_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True)
class Liveness:
    """`why` is one sentence for an operator, in either case."""

    alive: bool
    why: str


def look_in(worker: str) -> None:
    """The main process of a worker: every LOOK_EVERY_SECONDS."""
    with transaction() as session:
        heartbeats.looked(session, worker)
        heartbeats.forget_silent(session, older_than_seconds=_FORGET_AFTER_SECONDS)


def beat_rang(host: str) -> None:
    """Beat, every some seconds in which it rang."""
    with transaction() as session:
        heartbeats.looked(session, f"{heartbeats.BEAT}{host}")


def leave(worker: str) -> None:
    """A worker that stops in good order is not missed."""
    with transaction() as session:
        heartbeats.forget(session, worker)


@dataclass(slots=True)
class Places:
    """A worker's places for tasks, as its main process sees them. No task holds one for longer than the hard limit, so one that
    is held for much longer is a child's that is not at work on it. Where all are, nothing is done, though other workers may keep
    the queue short.
    """

    count: int
    longest_seconds: float
    _held_since: dict[Hashable, float] = field(default_factory=dict)

    def all_stuck(self, held: Collection[Hashable], at: float) -> bool:
        """`held` are the tasks that have a place, at a moment of the monotonic clock."""
        self._held_since = {one: self._held_since.get(one, at) for one in held}
        return sum(at - since > self.longest_seconds for since in self._held_since.values()) >= self.count


@dataclass(slots=True)
class BatchTeller:
    """Tells that this process took up a batch, now and then. A database that is away is the batch's business, not ours."""

    _told_at: float = field(default=float("-inf"))

    def took_batch(self, worker: str) -> None:
        if time.monotonic() - self._told_at < TELL_EVERY_SECONDS:
            return
        try:
            with transaction() as session:
                heartbeats.took_batch(session, worker)
            self._told_at = time.monotonic()
        except AppError as error:
            log.warning("heartbeat_failed", code=error.code)


def check(worker: str, within_seconds: float) -> Liveness:
    """A worker is alive that looked in within that time and, if a batch has waited as long, took one up within it.

    Raises Unavailable when the database cannot be asked.
    """
    with transaction() as session:
        beat = heartbeats.of_worker(session, worker)
    if beat is None:
        return Liveness(False, f"{worker} has never looked into the database, or has stopped")
    if beat.looked_ago > within_seconds:
        return Liveness(False, f"{worker} looked into the database {beat.looked_ago:.0f} s ago")
    idle = beat.took_batch_ago is None or beat.took_batch_ago > within_seconds
    if idle and beat.waiting_for > within_seconds:
        return Liveness(False, f"{worker} takes up no batch, though one has been waiting for {beat.waiting_for:.0f} s")
    return Liveness(True, f"{worker} looked into the database {beat.looked_ago:.0f} s ago")


def note_ring(schedule: Path) -> None:
    """Beat, at each ring. A file of its own: when the schedule's reaches the disk is the business of the dbm that holds it."""
    _ring_file(schedule).touch()


def check_beat(schedule: Path, within_seconds: float) -> Liveness:
    """Beat is alive that rang within that time."""
    try:
        ago = time.time() - _ring_file(schedule).stat().st_mtime
    except OSError:
        return Liveness(False, f"beat has never rung: there is no {_ring_file(schedule)}")
    return Liveness(ago <= within_seconds, f"beat rang {ago:.0f} s ago")


def _ring_file(schedule: Path) -> Path:
    return schedule.with_name(f"{schedule.name}.rang")
