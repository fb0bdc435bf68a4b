"""Sync jobs: one row an import or incremental sync, written before anything is rung."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "011"
down_revision = "005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "email_sync_jobs",
        sa.Column("id", sa.Uuid(), server_default=sa.func.gen_random_uuid(), primary_key=True),
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("status", sa.String(20), server_default="pending", nullable=False),
        sa.Column("total_emails", sa.Integer(), server_default="0", nullable=False),
        sa.Column("processed_emails", sa.Integer(), server_default="0", nullable=False),
        sa.Column("parsed_transactions", sa.Integer(), server_default="0", nullable=False),
        sa.Column("failed_emails", sa.Integer(), server_default="0", nullable=False),
        sa.Column("progress_percentage", sa.Float(), server_default="0", nullable=False),
        sa.Column("error_log", postgresql.JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True)),
        sa.Column("completed_at", sa.DateTime(timezone=True)),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
    )
    op.create_index("idx_email_sync_jobs_user_id", "email_sync_jobs", ["user_id"])
    op.create_index("idx_email_sync_jobs_status", "email_sync_jobs", ["status"])


def downgrade() -> None:
    op.drop_table("email_sync_jobs")
