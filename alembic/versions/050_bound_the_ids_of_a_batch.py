"""Between which ids those of a batch are: a page that is listed is compared with the few batches that may hold one of it."""

import sqlalchemy as sa

from alembic import op

revision = "050"
down_revision = "049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Left empty in older batches, which are opened as before.
    for name in ("lowest_id", "highest_id"):
        op.add_column("email_sync_batches", sa.Column(name, sa.String(64, collation="C")))


def downgrade() -> None:
    for name in ("lowest_id", "highest_id"):
        op.drop_column("email_sync_batches", name)
