import uuid

from sqlalchemy import DateTime, ForeignKey, Index, LargeBinary, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import CreatedAt, Timestamp, UuidKey


class BrowserSession(Base):
    """A person who is signed in. Only the SHA-256 of the cookie's secret is kept: it is 256 random bits."""

    __tablename__ = "browser_sessions"
    __table_args__ = (
        UniqueConstraint("secret_sha256", name="uq_browser_sessions_secret_sha256"),
        Index("idx_browser_sessions_user_id", "user_id"),
        Index("idx_browser_sessions_expires_at", "expires_at"),
    )

    id: Mapped[UuidKey]
    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    secret_sha256: Mapped[bytes] = mapped_column(LargeBinary(32))
    seen_at: Mapped[Timestamp] = mapped_column(DateTime(timezone=True), server_default=func.now())
    expires_at: Mapped[Timestamp]
    created_at: Mapped[CreatedAt]
