from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.models import EmailSyncBatch, QuotaGrant, WorkerHeartbeat
from app.storage.clock import after, now

# Beat's row is among the workers', by a node name that no Celery worker has.
BEAT = "beat@"


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """Seconds since a worker looked in, since it took up a batch (None: never), and how long the oldest queued batch waits."""

    looked_ago: float
    took_batch_ago: float | None
    waiting_for: float


def looked(session: Session, worker: str) -> None:
    _beat(session, worker, "looked_at")


def took_batch(session: Session, worker: str) -> None:
    _beat(session, worker, "took_batch_at")


def _beat(session: Session, worker: str, column: str) -> None:
    statement = insert(WorkerHeartbeat).values(worker=worker, **{column: now()})
    session.execute(statement.on_conflict_do_update(index_elements=["worker"], set_={column: now()}))


def forget(session: Session, worker: str) -> None:
    session.execute(delete(WorkerHeartbeat).where(WorkerHeartbeat.worker == worker))


def forget_silent(session: Session, *, older_than_seconds: float) -> None:
    """Workers that were never told to stop, a day ago."""
    session.execute(delete(WorkerHeartbeat).where(WorkerHeartbeat.looked_at < after(-older_than_seconds)))


def of_worker(session: Session, worker: str) -> Heartbeat | None:
    ago = func.extract("epoch", now() - WorkerHeartbeat.looked_at), func.extract("epoch", now() - WorkerHeartbeat.took_batch_at)
    row = session.execute(select(*ago).where(WorkerHeartbeat.worker == worker)).one_or_none()
    return None if row is None else Heartbeat(float(row[0]), row[1] and float(row[1]), queue_age(session))


def queue_age(session: Session) -> float:
    """Seconds that the oldest queued batch waits for a worker; 0 when none does."""
    oldest = (
        select(func.extract("epoch", now() - func.min(QuotaGrant.granted_at)))
        .join(EmailSyncBatch, EmailSyncBatch.id == QuotaGrant.batch_id)
        .where(QuotaGrant.ended_at.is_(None), EmailSyncBatch.status == "queued")
    )
    return float(session.scalar(oldest) or 0)
