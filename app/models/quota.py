import uuid
from datetime import date

from sqlalchemy import BigInteger, Date, ForeignKey, Index, Integer, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import CreatedAt, Timestamp, UuidKey


class QuotaGrant(Base):
    """Quota units handed out for one piece of work. It counts against the minute until 60 s after the work ended.

    That makes the sliding window safe: whatever is spent inside any 60 s belongs to grants that all counted when the last of
    them was given. Rows older than the window are deleted, so the table holds about a minute of work. `mailbox` is the one the
    user had connected when it was given: two users of one mailbox share its minute. `unspent` is what is no longer in `units`; it
    leaves the day when the row is deleted.
    """

    __tablename__ = "quota_grants"
    __table_args__ = (
        Index("idx_quota_grants_batch_id", "batch_id", postgresql_where=text("ended_at IS NULL")),
        Index("idx_quota_grants_user_id", "user_id"),
        Index("idx_quota_grants_mailbox", "mailbox"),
        Index("idx_quota_grants_ended_at", "ended_at"),
    )

    id: Mapped[UuidKey]
    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    mailbox: Mapped[int] = mapped_column(BigInteger)
    batch_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("email_sync_batches.id", ondelete="CASCADE"))
    units: Mapped[int] = mapped_column(Integer)
    unspent: Mapped[int] = mapped_column(Integer, server_default="0")
    granted_at: Mapped[CreatedAt]
    ended_at: Mapped[Timestamp | None]


class QuotaDay(Base):
    """The units granted on one day of Google's (Pacific time); and why granting stopped and until when, if it did."""

    __tablename__ = "quota_days"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    units: Mapped[int] = mapped_column(BigInteger, server_default="0")
    stopped_reason: Mapped[str | None] = mapped_column(String(60))
    stopped_until: Mapped[Timestamp | None]
