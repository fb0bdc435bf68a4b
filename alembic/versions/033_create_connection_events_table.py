"""What happened to each connection, once each: what a person is to be told of."""

import sqlalchemy as sa

from alembic import op

revision = "033"
down_revision = "032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "connection_events",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), primary_key=True),
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("reason", sa.String(60)),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('connected', 'reconnected', 'needs_reconnect', 'disconnected')", name="ck_connection_events_kind"
        ),
    )
    op.create_index("idx_connection_events_user_id", "connection_events", ["user_id", "id"])


def downgrade() -> None:
    op.drop_table("connection_events")
