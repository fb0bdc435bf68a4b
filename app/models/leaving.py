import uuid
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, LargeBinary, SmallInteger, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import CreatedAt, Timestamp, UuidKey


class Erasure(Base):
    """A person who left, and the receipt of it: counts and times, nothing of the person.

    `user_id` is there until their rows are gone and Redis has forgotten them, so that whoever comes after a crash can finish.
    """

    __tablename__ = "erasures"
    __table_args__ = (
        CheckConstraint("user_id IS NULL OR erased_at IS NULL OR redis_entries IS NULL", name="ck_erasures_user_id"),
        Index("uq_erasures_user_id", "user_id", unique=True, postgresql_where=text("user_id IS NOT NULL")),
    )

    id: Mapped[UuidKey]
    user_id: Mapped[uuid.UUID | None]
    requested_at: Mapped[CreatedAt]
    erased_at: Mapped[Timestamp | None]
    erased_rows: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=text("'{}'::jsonb"))
    redis_entries: Mapped[int | None] = mapped_column(Integer)
    revocation: Mapped[str] = mapped_column(String(20))


class TokenRevocation(Base):
    """A refresh token that Google is still to be told to end. It goes when Google has, or after a day of trying.

    Encrypted for this row; the connection it was taken from is named as long as there is one. `mailbox` is its number (see
    gmail_connection.py), none in rows from before migration 051.
    """

    __tablename__ = "token_revocations"
    __table_args__ = (Index("idx_token_revocations_next_try_at", "next_try_at"),)

    id: Mapped[UuidKey]
    connection_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gmail_connections.id", ondelete="SET NULL"))
    erasure_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("erasures.id", ondelete="CASCADE"))
    token_encrypted: Mapped[bytes] = mapped_column(LargeBinary)
    mailbox: Mapped[int | None] = mapped_column(BigInteger)
    attempts: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    next_try_at: Mapped[Timestamp]
    created_at: Mapped[CreatedAt]
