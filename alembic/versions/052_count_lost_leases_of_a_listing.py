"""How many leases a listing has lost in a row: apart from the faults of Gmail, of which fewer end it."""

import sqlalchemy as sa

from alembic import op

revision = "052"
down_revision = "051"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("email_sync_jobs", sa.Column("lost_leases", sa.SmallInteger(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("email_sync_jobs", "lost_leases")
