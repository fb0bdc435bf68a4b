"""The id of the request that began a job, for the log lines of its batches."""

import sqlalchemy as sa

from alembic import op

revision = "041"
down_revision = "040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("email_sync_jobs", sa.Column("request_id", sa.String(64)))


def downgrade() -> None:
    op.drop_column("email_sync_jobs", "request_id")
