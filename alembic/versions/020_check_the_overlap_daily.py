"""When a mailbox was last compared with what is known of it, and how many mails its history had not told of by then."""

import sqlalchemy as sa

from alembic import op

revision = "020"
down_revision = "019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("gmail_connections", sa.Column("overlap_checked_at", sa.DateTime(timezone=True)))
    op.add_column("gmail_connections", sa.Column("overlap_missed", sa.Integer, server_default="0", nullable=False))


def downgrade() -> None:
    op.drop_column("gmail_connections", "overlap_missed")
    op.drop_column("gmail_connections", "overlap_checked_at")
