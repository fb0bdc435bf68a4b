"""Leaving: receipts of erasures, and the tokens that Google is still to be told to end."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "035"
down_revision = "033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "erasures",
        sa.Column("id", sa.Uuid(), server_default=sa.func.gen_random_uuid(), primary_key=True),
        sa.Column("user_id", sa.Uuid()),
        sa.Column("requested_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True)),
        sa.Column("erased_rows", postgresql.JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.Column("redis_entries", sa.Integer()),
        sa.Column("revocation", sa.String(20), nullable=False),
        sa.CheckConstraint("user_id IS NULL OR erased_at IS NULL OR redis_entries IS NULL", name="ck_erasures_user_id"),
    )
    op.create_index("uq_erasures_user_id", "erasures", ["user_id"], unique=True, postgresql_where=sa.text("user_id IS NOT NULL"))
    op.create_table(
        "token_revocations",
        sa.Column("id", sa.Uuid(), server_default=sa.func.gen_random_uuid(), primary_key=True),
        sa.Column("connection_id", sa.Uuid(), sa.ForeignKey("gmail_connections.id", ondelete="SET NULL")),
        sa.Column("erasure_id", sa.Uuid(), sa.ForeignKey("erasures.id", ondelete="CASCADE")),
        sa.Column("token_encrypted", sa.LargeBinary(), nullable=False),
        sa.Column("attempts", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
    )
    op.create_index("idx_token_revocations_next_try_at", "token_revocations", ["next_try_at"])


def downgrade() -> None:
    op.drop_table("token_revocations")
    op.drop_table("erasures")
