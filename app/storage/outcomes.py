import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.domain.outcome import Outcome
from app.models import EmailOutcome, EmailSyncBatch
from app.storage.clock import now

# The reason of a mail put aside by an import because it is older than that import's window.
OUTSIDE_WINDOW = "outside_window"
# Not the last word: a later job may try again, and may replace the outcome.
_OPEN = or_(EmailOutcome.outcome == Outcome.FAILED, EmailOutcome.reason == OUTSIDE_WINDOW)


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of one id."""

    message_id: str
    outcome: Outcome
    reason: str | None = None
    issuer: str | None = None
    reader_version: int | None = None


def settled_ids(session: Session, user_id: uuid.UUID, ids: Sequence[str]) -> set[str]:
    """Those of `ids` that have an outcome for good: what failed, or was outside an earlier job's window, is tried again."""
    statement = select(EmailOutcome.message_id).where(
        EmailOutcome.user_id == user_id, EmailOutcome.message_id.in_(ids), _OPEN.is_not(True)
    )
    return set(session.scalars(statement))


def recorded_ids(session: Session, user_id: uuid.UUID, ids: Sequence[str]) -> set[str]:
    """Those of `ids` of which anything is known, be it that they failed."""
    statement = select(EmailOutcome.message_id).where(EmailOutcome.user_id == user_id, EmailOutcome.message_id.in_(ids))
    return set(session.scalars(statement))


def failed_ids(session: Session, job_id: uuid.UUID) -> list[str]:
    """The ids of this job that could not be fetched or handled, newest first. Gmail's ids grow with time."""
    statement = (
        select(EmailOutcome.message_id)
        .join(EmailSyncBatch, EmailSyncBatch.id == EmailOutcome.batch_id)
        .where(EmailSyncBatch.job_id == job_id, EmailOutcome.outcome == Outcome.FAILED)
    )
    return list(session.scalars(statement.order_by(EmailOutcome.message_id.desc())))


def record(session: Session, *, user_id: uuid.UUID, batch_id: uuid.UUID, settled: Sequence[Settled]) -> None:
    """Insert the outcomes, in key order so that two writers cannot deadlock; only one that is open may be replaced."""
    if not settled:
        return
    rows = [
        {
            "user_id": user_id,
            "message_id": one.message_id,
            "batch_id": batch_id,
            "outcome": str(one.outcome),
            "reason": one.reason,
            "issuer": one.issuer,
            "reader_version": one.reader_version,
        }
        for one in sorted(settled, key=lambda one: one.message_id)
    ]
    statement = insert(EmailOutcome)
    statement = statement.on_conflict_do_update(
        index_elements=["user_id", "message_id"],
        set_={name: statement.excluded[name] for name in ("batch_id", "outcome", "reason", "issuer", "reader_version")}
        | {"settled_at": now()},
        where=_OPEN,
    )
    session.execute(statement, rows)
