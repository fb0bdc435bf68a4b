import uuid

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import CreatedAt, UuidKey


class AccessRecord(Base):
    """Who asked for or changed whose data, when, by which route, and what they were answered.

    Append-only: a trigger refuses every UPDATE, and every DELETE but those of an erasure and of the retention.
    """

    __tablename__ = "access_records"
    __table_args__ = (
        CheckConstraint("actor IN ('key', 'person', 'local')", name="ck_access_records_actor"),
        Index("idx_access_records_user_id", "user_id", "created_at", "id"),
        Index("idx_access_records_created_at", "created_at"),
    )

    id: Mapped[UuidKey]
    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    actor: Mapped[str] = mapped_column(String(10))
    key_id: Mapped[uuid.UUID | None]
    method: Mapped[str] = mapped_column(String(10))
    route: Mapped[str] = mapped_column(String(200))
    status: Mapped[int] = mapped_column(SmallInteger)
    request_id: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[CreatedAt]
