"""Whose ids a job's are: after another mailbox was connected, it must not be asked for the mails of the one before."""

import sqlalchemy as sa

from alembic import op

revision = "049"
down_revision = "048"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Left empty in older jobs, of which nobody knows: rewriting all of them would take longer than a start may.
    op.add_column("email_sync_jobs", sa.Column("mailbox", sa.BigInteger()))


def downgrade() -> None:
    op.drop_column("email_sync_jobs", "mailbox")
