import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.domain.outcome import Outcome
from app.models import EmailOutcome
from app.storage.clock import now


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of one id."""

    message_id: str
    outcome: Outcome
    reason: str | None = None
    issuer: str | None = None
    reader_version: int | None = None


def settled_ids(session: Session, user_id: uuid.UUID, ids: Sequence[str]) -> set[str]:
    """Those of `ids` that have an outcome already. A failed one is not settled: a later job may try it again."""
    statement = select(EmailOutcome.message_id).where(
        EmailOutcome.user_id == user_id, EmailOutcome.message_id.in_(ids), EmailOutcome.outcome != Outcome.FAILED
    )
    return set(session.scalars(statement))


def record(session: Session, *, user_id: uuid.UUID, batch_id: uuid.UUID, settled: Sequence[Settled]) -> None:
    """Insert the outcomes, in key order so that two writers cannot deadlock; only a failed one may be replaced."""
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
        where=EmailOutcome.outcome == Outcome.FAILED,
    )
    session.execute(statement, rows)
