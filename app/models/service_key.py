from sqlalchemy import LargeBinary, String, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import CreatedAt, Timestamp, UuidKey


class ServiceKey(Base):
    """A backend's key. Only the SHA-256 of the secret is kept: the secret is 256 random bits, so a slow hash adds nothing."""

    __tablename__ = "service_keys"
    __table_args__ = (UniqueConstraint("secret_sha256", name="uq_service_keys_secret_sha256"),)

    id: Mapped[UuidKey]
    name: Mapped[str] = mapped_column(String(100))
    secret_sha256: Mapped[bytes] = mapped_column(LargeBinary(32))
    scopes: Mapped[list[str]] = mapped_column(ARRAY(String(50)))
    expires_at: Mapped[Timestamp | None]
    revoked_at: Mapped[Timestamp | None]
    created_at: Mapped[CreatedAt]
