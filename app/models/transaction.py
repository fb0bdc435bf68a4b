import uuid
from datetime import date, time
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, SmallInteger, String, Time, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import CreatedAt, Timestamp, UuidKey


class TransactionRow(Base):
    """Money that moved, as one mail told it. `line` numbers the transactions of one mail from 1.

    When it happened is kept as far as the mail says: `occurred_on`, perhaps `occurred_time` (the wall clock of the mail) and
    perhaps `occurred_offset_minutes` (the zone, if it was stated). `received_at` is when Gmail got the mail and orders pages.
    `counterparty` is as printed, `merchant` its name without gateway, store number and city; `category_rule` chose the category.
    """

    __tablename__ = "transactions"
    __table_args__ = (
        UniqueConstraint("user_id", "message_id", "line", name="uq_transactions_message_id"),
        CheckConstraint("amount > 0", name="ck_transactions_amount"),
        CheckConstraint("direction IN ('debit', 'credit')", name="ck_transactions_direction"),
        CheckConstraint(
            "occurred_offset_minutes IS NULL OR occurred_time IS NOT NULL AND occurred_on IS NOT NULL",
            name="ck_transactions_occurred",
        ),
        Index("idx_transactions_user_id_received_at", "user_id", "received_at", "id"),
    )

    id: Mapped[UuidKey]
    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    message_id: Mapped[str] = mapped_column(String(64))
    line: Mapped[int] = mapped_column(SmallInteger, server_default="1")
    amount: Mapped[Decimal] = mapped_column(Numeric(20, 4))
    currency: Mapped[str] = mapped_column(String(3))
    direction: Mapped[str] = mapped_column(String(10))
    kind: Mapped[str] = mapped_column(String(20))
    counterparty: Mapped[str | None] = mapped_column(String(300))
    account_last4: Mapped[str | None] = mapped_column(String(4))
    occurred_on: Mapped[date | None]
    occurred_time: Mapped[time | None] = mapped_column(Time(timezone=False))
    occurred_offset_minutes: Mapped[int | None] = mapped_column(SmallInteger)
    reference: Mapped[str | None] = mapped_column(String(100))
    received_at: Mapped[Timestamp]
    issuer: Mapped[str | None] = mapped_column(String(100))
    format: Mapped[str | None] = mapped_column(String(100))
    reader_version: Mapped[int] = mapped_column(SmallInteger)
    confidence: Mapped[Decimal] = mapped_column(Numeric(4, 3))
    category: Mapped[str] = mapped_column(ForeignKey("categories.slug", ondelete="RESTRICT"))
    category_rule: Mapped[str] = mapped_column(String(60))
    merchant: Mapped[str | None] = mapped_column(String(120))
    created_at: Mapped[CreatedAt]
