"""The dispatcher's books: what was granted in the last minute, and on each of Google's days."""

import sqlalchemy as sa

from alembic import op

revision = "016"
down_revision = "015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "quota_grants",
        sa.Column("id", sa.Uuid(), server_default=sa.func.gen_random_uuid(), primary_key=True),
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("batch_id", sa.Uuid(), sa.ForeignKey("email_sync_batches.id", ondelete="CASCADE")),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("granted_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
    )
    op.create_index("idx_quota_grants_batch_id", "quota_grants", ["batch_id"], postgresql_where=sa.text("ended_at IS NULL"))
    op.create_index("idx_quota_grants_user_id", "quota_grants", ["user_id"])
    op.create_table(
        "quota_days",
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("units", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("stopped_reason", sa.String(60)),
    )


def downgrade() -> None:
    op.drop_table("quota_days")
    op.drop_table("quota_grants")
