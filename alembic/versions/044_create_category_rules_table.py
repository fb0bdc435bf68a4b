"""What people say their merchants are: a rule holds for one direction, so that a shop's refunds stay refunds."""

import sqlalchemy as sa

from alembic import op

revision = "044"
down_revision = "043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "category_rules",
        sa.Column("id", sa.Uuid(), server_default=sa.func.gen_random_uuid(), primary_key=True),
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("merchant", sa.String(120), nullable=False),
        sa.Column("direction", sa.String(10), nullable=False),
        sa.Column("category", sa.String(60), sa.ForeignKey("categories.slug", ondelete="RESTRICT"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.UniqueConstraint("user_id", "merchant", "direction", name="uq_category_rules_user_id"),
        sa.CheckConstraint("direction IN ('debit', 'credit')", name="ck_category_rules_direction"),
    )


def downgrade() -> None:
    op.drop_table("category_rules")
