import uuid

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import CreatedAt


class ConnectionEvent(Base):
    """Something happened to a connection. One row each time its state changes, however many workers notice at once."""

    __tablename__ = "connection_events"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('connected', 'reconnected', 'needs_reconnect', 'disconnected')", name="ck_connection_events_kind"
        ),
        Index("idx_connection_events_user_id", "user_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str | None] = mapped_column(String(60))
    created_at: Mapped[CreatedAt]
