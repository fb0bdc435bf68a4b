"""A job may rest (`paused_at`), and what failed in one job may be tried again by a job of kind `retry`."""

import sqlalchemy as sa

from alembic import op

revision = "019"
down_revision = "017"
branch_labels = None
depends_on = None

KINDS = "ck_email_sync_jobs_kind"


def upgrade() -> None:
    op.add_column("email_sync_jobs", sa.Column("paused_at", sa.DateTime(timezone=True)))
    op.drop_constraint(KINDS, "email_sync_jobs")
    op.create_check_constraint(KINDS, "email_sync_jobs", "kind IN ('initial', 'incremental', 'retry')")


def downgrade() -> None:
    op.drop_constraint(KINDS, "email_sync_jobs")
    op.execute("DELETE FROM email_sync_jobs WHERE kind = 'retry'")
    op.create_check_constraint(KINDS, "email_sync_jobs", "kind IN ('initial', 'incremental')")
    op.drop_column("email_sync_jobs", "paused_at")
