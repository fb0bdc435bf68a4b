"""What happened to connections: each change of state once, for its person and for backends."""

import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import ConnectionEvent
from app.storage import clock, webhooks


def add(session: Session, user_id: uuid.UUID, kind: str, reason: str | None = None) -> None:
    """Written down, and told to the webhooks that asked, once the caller's transaction commits."""
    session.add(ConnectionEvent(user_id=user_id, kind=kind, reason=reason))
    webhooks.tell(session, f"connection.{kind}", {"user_id": str(user_id), "reason": reason}, user_id=user_id)


def of_user(session: Session, user_id: uuid.UUID, *, before: int | None, limit: int) -> Sequence[ConnectionEvent]:
    """Newest first, strictly before the id `before`."""
    statement = select(ConnectionEvent).where(ConnectionEvent.user_id == user_id)
    if before is not None:
        statement = statement.where(ConnectionEvent.id < before)
    return session.scalars(statement.order_by(ConnectionEvent.id.desc()).limit(limit)).all()


def after(session: Session, after_id: int, *, older_than_seconds: float, limit: int) -> Sequence[ConnectionEvent]:
    """Everybody's, oldest first, strictly after the id."""
    statement = select(ConnectionEvent).where(
        ConnectionEvent.id > after_id, ConnectionEvent.created_at < clock.after(-older_than_seconds)
    )
    return session.scalars(statement.order_by(ConnectionEvent.id).limit(limit)).all()
