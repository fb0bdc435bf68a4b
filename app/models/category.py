from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base


class Category(Base):
    """What money was spent on or came from, in two levels: `income`, `income.salary` … A top category has no parent."""

    __tablename__ = "categories"

    slug: Mapped[str] = mapped_column(String(60), primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    parent_slug: Mapped[str | None] = mapped_column(ForeignKey("categories.slug", ondelete="RESTRICT"))
