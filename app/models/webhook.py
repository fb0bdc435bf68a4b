import uuid
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, SmallInteger, String, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import CreatedAt, Timestamp, UuidKey


class Webhook(Base):
    """An address of a backend that is told of events.

    `failures` in a row since `failing_since`: until `resume_at` nothing is sent there. The secret is encrypted for this row.
    """

    __tablename__ = "webhooks"
    __table_args__ = (CheckConstraint("state IN ('active', 'disabled')", name="ck_webhooks_state"),)

    id: Mapped[UuidKey]
    url: Mapped[str] = mapped_column(String(2000))
    events: Mapped[list[str]] = mapped_column(ARRAY(String(40)))
    secret_encrypted: Mapped[bytes | None] = mapped_column(LargeBinary)
    state: Mapped[str] = mapped_column(String(20), server_default="active")
    state_reason: Mapped[str | None] = mapped_column(String(60))
    failures: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    failing_since: Mapped[Timestamp | None]
    resume_at: Mapped[CreatedAt]
    created_at: Mapped[CreatedAt]


class WebhookDelivery(Base):
    """An event that one webhook is told of, or was: `pending` until it took it (`delivered`) or was given up (`failed`).

    Written in the transaction of what it tells of. `payload` holds ids, counts and codes; never mail text.
    """

    __tablename__ = "webhook_deliveries"
    __table_args__ = (
        CheckConstraint("state IN ('pending', 'delivered', 'failed')", name="ck_webhook_deliveries_state"),
        Index("idx_webhook_deliveries_due_at", "webhook_id", "due_at", postgresql_where=text("state = 'pending'")),
        Index("idx_webhook_deliveries_webhook_id", "webhook_id", "created_at", "id"),
        Index("idx_webhook_deliveries_user_id", "user_id"),
    )

    id: Mapped[UuidKey]
    webhook_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("webhooks.id", ondelete="CASCADE"))
    user_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    event: Mapped[str] = mapped_column(String(40))
    payload: Mapped[dict[str, Any]] = mapped_column(JSONB)
    state: Mapped[str] = mapped_column(String(20), server_default="pending")
    attempts: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    due_at: Mapped[CreatedAt]
    last_result: Mapped[str | None] = mapped_column(String(40))
    ended_at: Mapped[Timestamp | None]
    created_at: Mapped[CreatedAt]
