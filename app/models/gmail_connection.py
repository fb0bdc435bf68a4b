import uuid

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Computed,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Numeric,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import CreatedAt, Timestamp, UpdatedAt, UuidKey

# A number, so that the books of the quota, which outlive a connection by a minute, hold nobody's address.
MAILBOX = "hashtextextended(lower(email_address::text), 0)"


class GmailConnection(Base):
    """The OAuth grant to a user's mailbox. Two users may connect the same mailbox; each has a grant and a cursor of its own.

    `grant_version` goes up whenever the person connects: what Google says of an earlier grant is not said of this one. `mailbox`
    is the same number for all who have connected the same one: Gmail counts its quota by mailbox.
    """

    __tablename__ = "gmail_connections"
    __table_args__ = (
        UniqueConstraint("user_id", name="uq_gmail_connections_user_id"),
        CheckConstraint("state IN ('active', 'needs_reconnect', 'disconnected')", name="ck_gmail_connections_state"),
        Index("idx_gmail_connections_next_sync_at", "next_sync_at", postgresql_where=text("state = 'active'")),
        Index("idx_gmail_connections_mailbox", "mailbox"),
    )

    id: Mapped[UuidKey]
    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    email_address: Mapped[str] = mapped_column(String(320))
    mailbox: Mapped[int] = mapped_column(BigInteger, Computed(MAILBOX, persisted=True))
    state: Mapped[str] = mapped_column(String(20), server_default="active")
    state_reason: Mapped[str | None] = mapped_column(String(60))
    grant_version: Mapped[int] = mapped_column(Integer, server_default="1")
    scopes: Mapped[list[str]] = mapped_column(ARRAY(String(200)), server_default="{}")
    refresh_token_encrypted: Mapped[bytes | None] = mapped_column(LargeBinary)
    access_token_encrypted: Mapped[bytes | None] = mapped_column(LargeBinary)
    access_token_expires_at: Mapped[Timestamp | None]
    history_id: Mapped[int | None] = mapped_column(Numeric(20, 0, asdecimal=False))
    next_sync_at: Mapped[Timestamp | None]
    sync_attempts: Mapped[int] = mapped_column(Integer, server_default="0")
    overlap_checked_at: Mapped[Timestamp | None]
    overlap_missed: Mapped[int] = mapped_column(Integer, server_default="0")
    lease_token: Mapped[uuid.UUID | None]
    lease_expires_at: Mapped[Timestamp | None]
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[UpdatedAt]
