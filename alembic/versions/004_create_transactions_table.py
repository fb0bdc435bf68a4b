"""Transactions: money is NUMERIC with an ISO 4217 code, and time is kept exactly as far as the mail says it."""

import sqlalchemy as sa

from alembic import op

revision = "004"
down_revision = "003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "transactions",
        sa.Column("id", sa.Uuid(), server_default=sa.func.gen_random_uuid(), primary_key=True),
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("message_id", sa.String(64), nullable=False),
        sa.Column("line", sa.SmallInteger(), server_default="1", nullable=False),
        sa.Column("amount", sa.Numeric(20, 4), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("direction", sa.String(10), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("counterparty", sa.String(300)),
        sa.Column("account_last4", sa.String(4)),
        sa.Column("occurred_on", sa.Date()),
        sa.Column("occurred_time", sa.Time(timezone=False)),
        sa.Column("occurred_offset_minutes", sa.SmallInteger()),
        sa.Column("reference", sa.String(100)),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issuer", sa.String(100)),
        sa.Column("format", sa.String(100)),
        sa.Column("reader_version", sa.SmallInteger(), nullable=False),
        sa.Column("confidence", sa.Numeric(4, 3), nullable=False),
        sa.Column("category", sa.String(60), sa.ForeignKey("categories.slug", ondelete="RESTRICT"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.CheckConstraint("amount > 0", name="ck_transactions_amount"),
        sa.CheckConstraint("direction IN ('debit', 'credit')", name="ck_transactions_direction"),
        sa.CheckConstraint(
            "occurred_offset_minutes IS NULL OR occurred_time IS NOT NULL AND occurred_on IS NOT NULL",
            name="ck_transactions_occurred",
        ),
    )
    op.create_index("idx_transactions_user_id_received_at", "transactions", ["user_id", "received_at", "id"])


def downgrade() -> None:
    op.drop_table("transactions")
