"""How the service does as a whole: a handful of small statements over the tables, for the operators' page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class WorkerSeen:
    """Seconds ago."""

    name: str
    looked_ago: float
    took_batch_ago: float | None


@dataclass(frozen=True, slots=True)
class BatchPace:
    """Of the batches of the last minute: seconds from the grant to the end; None when there was none."""

    count: int
    p50: float | None
    p95: float | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """`age` is how many seconds the oldest batch that was rung waits for a worker."""

    ready: int
    queued: int
    running: int
    age: float


@dataclass(frozen=True, slots=True)
class DayUnits:
    units: int
    stopped_reason: str | None
    stopped_until: datetime | None


_BEAT = "beat@%"
_AGO = "extract(epoch FROM clock_timestamp() - {})::float"
_WORKERS = text(
    f"SELECT worker, {_AGO.format('looked_at')}, {_AGO.format('took_batch_at')} FROM worker_heartbeats"  # noqa: S608  constants
    " WHERE worker NOT LIKE :beat ORDER BY worker"
)
_BEATS = text(f"SELECT min({_AGO.format('looked_at')}) FROM worker_heartbeats WHERE worker LIKE :beat")  # noqa: S608  constants
_PACE = text(
    "SELECT count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY spent), percentile_cont(0.95) WITHIN GROUP (ORDER BY spent)"
    " FROM (SELECT extract(epoch FROM ended_at - granted_at)::float AS spent FROM quota_grants"
    " WHERE batch_id IS NOT NULL AND ended_at > clock_timestamp() - interval '1 minute') AS lately"
)
_WAITING = text(
    "SELECT count(*) FILTER (WHERE status = 'ready'), count(*) FILTER (WHERE status = 'queued'),"  # noqa: S608  constants
    f" count(*) FILTER (WHERE status = 'running'), coalesce(max({_AGO.format('rung_at')}) FILTER (WHERE status = 'queued'), 0)"
    " FROM email_sync_batches WHERE status IN ('ready', 'queued', 'running')"
)
_THROTTLED = text(
    "SELECT count(*) FROM email_sync_jobs WHERE status IN ('pending', 'processing') AND waiting_quota"
    " AND resume_at > clock_timestamp()"
)
_CONNECTIONS = text("SELECT state, count(*) FROM gmail_connections GROUP BY state")
# Google's day begins at midnight in California.
_DAY = text(
    "SELECT units, stopped_reason, stopped_until FROM quota_days"
    " WHERE day = (clock_timestamp() AT TIME ZONE 'America/Los_Angeles')::date"
)


def workers(session: Session) -> Sequence[WorkerSeen]:
    return [WorkerSeen(*row) for row in session.execute(_WORKERS, {"beat": _BEAT})]


def beat_ago(session: Session) -> float | None:
    """Seconds since Beat was last heard of; None when it never was."""
    found = session.scalar(_BEATS, {"beat": _BEAT})
    return None if found is None else float(found)


def batch_pace(session: Session) -> BatchPace:
    return BatchPace(*session.execute(_PACE).one())


def waiting(session: Session) -> Waiting:
    return Waiting(*session.execute(_WAITING).one())


def throttled_jobs(session: Session) -> int:
    """Live jobs that wait for Gmail's quota."""
    return int(session.scalar(_THROTTLED) or 0)


def connections_by_state(session: Session) -> dict[str, int]:
    return {row[0]: row[1] for row in session.execute(_CONNECTIONS)}


def units_today(session: Session) -> DayUnits:
    row = session.execute(_DAY).one_or_none()
    return DayUnits(*row) if row else DayUnits(0, None, None)
