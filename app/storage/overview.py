"""The state of the whole service in a few sums, for its operators."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.models import EmailSyncBatch, EmailSyncJob, GmailConnection, QuotaDay, QuotaGrant, WorkerHeartbeat
from app.models.email_sync_job import LIVE_STATUSES
from app.storage.clock import after, now
from app.storage.heartbeats import BEAT
from app.storage.quota import TODAY, WINDOW_SECONDS


@dataclass(frozen=True, slots=True)
class WorkerSeen:
    """Seconds since it looked in, and since it took up a batch; None: it never did."""

    name: str
    looked_ago: float
    took_batch_ago: float | None


@dataclass(frozen=True, slots=True)
class DueBatch:
    batch_id: uuid.UUID
    job_id: uuid.UUID
    due_for: float


@dataclass(frozen=True, slots=True)
class Day:
    """Google's day of today (Pacific time); why and until when it is stopped, if it is."""

    day: date
    units: int
    stopped_reason: str | None
    stopped_until: datetime | None


@dataclass(frozen=True, slots=True)
class BatchPace:
    """Of the batches whose grants ended within the last minute: seconds from the grant to its end; None when there was none."""

    count: int
    p50: float | None
    p95: float | None


def workers(session: Session) -> tuple[Sequence[WorkerSeen], float | None]:
    """Every worker heard of within the last day, and the seconds since a Beat rang; None: not within the day."""
    looked = func.extract("epoch", now() - WorkerHeartbeat.looked_at)
    took = func.extract("epoch", now() - WorkerHeartbeat.took_batch_at)
    rows = session.execute(select(WorkerHeartbeat.worker, looked, took).order_by(WorkerHeartbeat.worker)).all()
    found = [WorkerSeen(name, float(ago), batch and float(batch)) for name, ago, batch in rows]
    rang = [one.looked_ago for one in found if one.name.startswith(BEAT)]
    return [one for one in found if not one.name.startswith(BEAT)], min(rang, default=None)


def batches_by_status(session: Session) -> dict[str, int]:
    """Those that are not done: each has an index of its own, and the done ones are many."""
    counts = {
        status: select(func.count()).select_from(EmailSyncBatch).where(EmailSyncBatch.status == status).scalar_subquery()
        for status in ("ready", "queued", "running")
    }
    return dict(zip(counts, session.execute(select(*counts.values())).one(), strict=True))


def oldest_due(session: Session) -> DueBatch | None:
    """The batch that might have been granted for longest: ready, and neither it nor its job put off or paused."""
    since = func.greatest(EmailSyncBatch.updated_at, EmailSyncBatch.not_before, EmailSyncJob.resume_at)
    row = session.execute(
        select(EmailSyncBatch.id, EmailSyncBatch.job_id, func.extract("epoch", now() - since))
        .join(EmailSyncJob, EmailSyncJob.id == EmailSyncBatch.job_id)
        .where(
            EmailSyncBatch.status == "ready",
            EmailSyncJob.status == "processing",
            EmailSyncJob.paused_at.is_(None),
            or_(EmailSyncBatch.not_before.is_(None), EmailSyncBatch.not_before <= now()),
            or_(EmailSyncJob.resume_at.is_(None), EmailSyncJob.resume_at <= now()),
        )
        .order_by(since)
        .limit(1)
    ).one_or_none()
    return None if row is None else DueBatch(row[0], row[1], float(row[2]))


def today(session: Session) -> Day:
    day = session.scalar(select(TODAY))
    assert day is not None  # noqa: S101  a calendar always has a today
    stop = QuotaDay.stopped_until > now()
    row = session.execute(select(QuotaDay, stop).where(QuotaDay.day == day)).one_or_none()
    if row is None:
        return Day(day, 0, None, None)
    books, stopped = row
    return Day(day, books.units, *((books.stopped_reason, books.stopped_until) if stopped else (None, None)))


def batch_pace(session: Session) -> BatchPace:
    took = func.extract("epoch", QuotaGrant.ended_at - QuotaGrant.granted_at)
    p50, p95 = (func.percentile_cont(share).within_group(took) for share in (0.5, 0.95))
    lately = (QuotaGrant.batch_id.is_not(None), QuotaGrant.ended_at > after(-WINDOW_SECONDS))
    row = session.execute(select(func.count(), p50, p95).where(*lately)).one()
    return BatchPace(row[0], *(None if share is None else float(share) for share in row[1:]))


def throttled_jobs(session: Session) -> int:
    """Live jobs that wait for Gmail's quota."""
    waits = (EmailSyncJob.status.in_(LIVE_STATUSES), EmailSyncJob.waiting_quota, EmailSyncJob.resume_at > now())
    return session.scalar(select(func.count()).select_from(EmailSyncJob).where(*waits)) or 0


def connections_by_state(session: Session) -> dict[str, int]:
    return _counts(session.execute(select(GmailConnection.state, func.count()).group_by(GmailConnection.state)))


def live_jobs(session: Session) -> dict[str, int]:
    statement = select(EmailSyncJob.status, func.count()).where(EmailSyncJob.status.in_(LIVE_STATUSES))
    return _counts(session.execute(statement.group_by(EmailSyncJob.status)))


def _counts(rows: Iterable[Any]) -> dict[str, int]:
    return {row[0]: row[1] for row in rows}
