"""When each worker last looked into the database, and when it last took up a batch: what tells a live worker from a stuck one."""

import sqlalchemy as sa

from alembic import op

revision = "021"
down_revision = "020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "worker_heartbeats",
        sa.Column("worker", sa.String(200), primary_key=True),
        sa.Column("looked_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.Column("took_batch_at", sa.DateTime(timezone=True)),
    )


def downgrade() -> None:
    op.drop_table("worker_heartbeats")
