"""What the dispatcher needs to grant in turn: a job's priority, how much of a batch was granted, and an index in its order."""

import sqlalchemy as sa

from alembic import op

revision = "022"
down_revision = "021"
branch_labels = None
depends_on = None

LIVE = "status IN ('pending', 'processing')"


def upgrade() -> None:
    # 0 interactive, 1 incremental, 2 import; imports that are under way have shown their newest mail already.
    op.add_column("email_sync_jobs", sa.Column("priority", sa.SmallInteger(), server_default="2", nullable=False))
    op.execute("UPDATE email_sync_jobs SET priority = 1 WHERE kind = 'incremental'")
    op.create_check_constraint("ck_email_sync_jobs_priority", "email_sync_jobs", "priority IN (0, 1, 2)")
    op.create_index(
        "idx_email_sync_jobs_turn",
        "email_sync_jobs",
        ["priority", sa.text("last_granted_at ASC NULLS FIRST"), "id"],
        postgresql_where=sa.text("status = 'processing'"),
    )
    op.create_index(
        "idx_email_sync_jobs_unlisted",
        "email_sync_jobs",
        ["created_at"],
        postgresql_where=sa.text(f"{LIVE} AND listed_at IS NULL"),
    )
    op.add_column("email_sync_batches", sa.Column("granted_ids", sa.SmallInteger()))
    op.create_index("idx_quota_grants_ended_at", "quota_grants", ["ended_at"])


def downgrade() -> None:
    op.drop_index("idx_quota_grants_ended_at", "quota_grants")
    op.drop_column("email_sync_batches", "granted_ids")
    op.drop_index("idx_email_sync_jobs_unlisted", "email_sync_jobs")
    op.drop_index("idx_email_sync_jobs_turn", "email_sync_jobs")
    op.drop_column("email_sync_jobs", "priority")
