"""How the service is, for its operators: what waits, who works, what is left of the day, and what should worry them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app import queue
from app.config import get_settings
from app.db import transaction
from app.storage import heartbeats, overview
from app.storage.overview import BatchPace, DueBatch, WorkerSeen

CONNECTION_STATES = ("active", "needs_reconnect", "disconnected")
# A worker looks in every 15 s and Beat rings every second: four looks missed are no chance.
SILENT_SECONDS = 60.0
# A queue is kept short, so a batch that waits this long waits for workers that are not there.
LONG_IN_QUEUE_SECONDS = 120.0
# In a rush a batch may be due for long, and others are granted before it; nothing at all in flight meanwhile is a fault.
STUCK_SECONDS = 120.0
_DAY_NEARLY_SPENT = 0.9


@dataclass(frozen=True, slots=True)
class Quota:
    """Units of Google's day; without a limit `limit` and `left` are None."""

    day: date
    units: int
    limit: int | None
    left: int | None
    stopped_reason: str | None
    stopped_until: datetime | None


@dataclass(frozen=True, slots=True)
class State:
    """`queues` is None when Redis is away; `beat_ago` when no Beat rang within a day. Ages are in seconds."""

    queues: Mapping[str, int] | None
    queue_age: float
    batches: Mapping[str, int]
    oldest_due: DueBatch | None
    pace: BatchPace
    throttled_jobs: int
    workers: Sequence[WorkerSeen]
    beat_ago: float | None
    quota: Quota
    connections: Mapping[str, int]
    jobs: Mapping[str, int]

    @property
    def workers_alive(self) -> int:
        return sum(one.looked_ago <= SILENT_SECONDS for one in self.workers)

    @property
    def concerns(self) -> list[str]:
        return list(_concerns(self))


def state() -> State:
    """Asks the database and Redis now. Raises Unavailable when the database is away."""
    queues = queue.lengths()
    with transaction() as session:
        workers, beat_ago = overview.workers(session)
        return State(
            queues=queues,
            queue_age=heartbeats.queue_age(session),
            batches=overview.batches_by_status(session),
            oldest_due=overview.oldest_due(session),
            pace=overview.batch_pace(session),
            throttled_jobs=overview.throttled_jobs(session),
            workers=workers,
            beat_ago=beat_ago,
            quota=_quota(overview.today(session)),
            connections=dict.fromkeys(CONNECTION_STATES, 0) | overview.connections_by_state(session),
            jobs={"pending": 0, "processing": 0} | overview.live_jobs(session),
        )


def _quota(day: overview.Day) -> Quota:
    limit = get_settings().tariff.per_project_day
    left = None if limit is None else max(0, limit - day.units)
    return Quota(day.day, day.units, limit, left, day.stopped_reason, day.stopped_until)


def _concerns(found: State) -> Iterator[str]:
    """Each a sentence that begins with what docs/operations.md explains."""
    if found.queues is None:
        yield "broker: Redis does not answer"
    if found.beat_ago is None or found.beat_ago > SILENT_SECONDS:
        yield "beat: " + ("has not rung within a day" if found.beat_ago is None else f"rang {found.beat_ago:.0f} s ago")
    if not found.workers_alive:
        yield "workers: none has looked in lately"
    if found.queue_age > LONG_IN_QUEUE_SECONDS:
        yield f"queue: a batch has waited {found.queue_age:.0f} s for a worker"
    idle = not found.batches["queued"] and not found.batches["running"]
    due = found.oldest_due
    if due is not None and idle and due.due_for > STUCK_SECONDS:
        yield f"dispatch: batch {due.batch_id} has been due for {due.due_for:.0f} s and nothing is granted"
    yield from _concerns_of(found.quota)


def _concerns_of(quota: Quota) -> Iterator[str]:
    if quota.stopped_reason is not None:
        yield f"quota: granting is stopped ({quota.stopped_reason})"
    if quota.limit is not None and quota.units >= _DAY_NEARLY_SPENT * quota.limit:
        yield f"quota: {quota.units} of the day's {quota.limit} units are spent"
