import uuid

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import CreatedAt, Timestamp


class SignIn(Base):
    """A trip to Google that has begun. `verifier_sha256` is of the secret that the browser's cookie holds: PKCE's verifier, so
    that the browser which comes back proves to us and to Google that it is the one which left. Neither secret is kept here.

    `user_id` is who was signed in when it began: they connect again, and no other account may answer for them.
    """

    __tablename__ = "sign_ins"
    __table_args__ = (Index("idx_sign_ins_expires_at", "expires_at"), Index("idx_sign_ins_user_id", "user_id"))

    state_sha256: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    verifier_sha256: Mapped[bytes] = mapped_column(LargeBinary(32))
    nonce: Mapped[str] = mapped_column(String(64))
    user_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    asked_gmail: Mapped[bool]
    asked_consent: Mapped[bool]
    next_path: Mapped[str] = mapped_column(String(500))
    expires_at: Mapped[Timestamp]
    used_at: Mapped[Timestamp | None]
    created_at: Mapped[CreatedAt]
