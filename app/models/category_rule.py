import uuid

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import CreatedAt, UuidKey


class CategoryRule(Base):
    """What a person says that payments to a merchant, or from one, always are."""

    __tablename__ = "category_rules"
    __table_args__ = (
        UniqueConstraint("user_id", "merchant", "direction", name="uq_category_rules_user_id"),
        CheckConstraint("direction IN ('debit', 'credit')", name="ck_category_rules_direction"),
    )

    id: Mapped[UuidKey]
    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    merchant: Mapped[str] = mapped_column(String(120))
    direction: Mapped[str] = mapped_column(String(10))
    category: Mapped[str] = mapped_column(ForeignKey("categories.slug", ondelete="RESTRICT"))
    created_at: Mapped[CreatedAt]
