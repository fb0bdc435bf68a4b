"""What happened to connections, in the order in which it happened."""

import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import ConnectionEvent
from app.storage.clock import this_moment


def page(
    session: Session, *, user_id: uuid.UUID | None, after_id: int, older_than_seconds: float, limit: int
) -> Sequence[ConnectionEvent]:
    """Oldest first, those with a higher number than `after_id`; of one user, or of everybody."""
    statement = select(ConnectionEvent).where(ConnectionEvent.id > after_id).order_by(ConnectionEvent.id).limit(limit)
    if user_id is not None:
        statement = statement.where(ConnectionEvent.user_id == user_id)
    if older_than_seconds:
        statement = statement.where(ConnectionEvent.created_at < this_moment(-older_than_seconds))
    return session.scalars(statement).all()
