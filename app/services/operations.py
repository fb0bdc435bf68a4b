"""What an operator sees at one glance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.config import get_settings
from app.db import transaction
from app.storage import jobs, operations
from app.storage.operations import BatchPace, DayUnits, Waiting, WorkerSeen

_STATES = ("active", "needs_reconnect", "disconnected")
_STATUSES = ("pending", "processing", "completed", "failed")


@dataclass(frozen=True, slots=True)
class State:
    """`beat_ago` and `day_limit` are None when they are not known."""

    jobs: Mapping[str, int]
    batches: Waiting
    workers: Sequence[WorkerSeen]
    beat_ago: float | None
    pace: BatchPace
    throttled_jobs: int
    day: DayUnits
    day_limit: int | None
    connections: Mapping[str, int]


def state() -> State:
    with transaction() as session:
        by_status, _ = jobs.totals(session)
        return State(
            jobs=dict.fromkeys(_STATUSES, 0) | by_status,
            batches=operations.waiting(session),
            workers=operations.workers(session),
            beat_ago=operations.beat_ago(session),
            pace=operations.batch_pace(session),
            throttled_jobs=operations.throttled_jobs(session),
            day=operations.units_today(session),
            day_limit=get_settings().tariff.per_project_day,
            connections=dict.fromkeys(_STATES, 0) | operations.connections_by_state(session),
        )
