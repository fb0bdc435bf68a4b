import uuid
from datetime import date, time
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, SmallInteger, String, Time, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import CreatedAt, Timestamp, UuidKey

# When it happened, by the mail or else by when Gmail got it.
DAY_UTC = "COALESCE(occurred_on, (received_at AT TIME ZONE 'UTC')::date)"
# What its person should look at: the general reader was not sure, and they have not said themselves what it is.
# The rule of what its person decided, and how those rules begin that they made.
YOURS = "yours"
DOUBTFUL = "confidence < 0.8 AND category_rule NOT LIKE 'yours%'"
_BESIDE_THE_DAY = [
    "occurred_on", "received_at", "amount", "currency", "direction", "category", "merchant", "account_last4", "issuer",
]  # fmt: skip


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
        # All that storage/insights.py reads: sums by day never look at the table.
        Index("idx_transactions_user_id_day", "user_id", text(f"({DAY_UTC})"), postgresql_include=_BESIDE_THE_DAY),
        # A list by size; the currency stands last, so that another one's rows are passed over in the index.
        Index("idx_transactions_user_id_amount", "user_id", "amount", "id", "currency"),
        Index("idx_transactions_doubtful", "user_id", "received_at", "id", postgresql_where=text(DOUBTFUL)),
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
