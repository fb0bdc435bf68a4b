"""The OAuth grants: encrypted tokens, the history cursor, and when the mailbox is looked at next."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "002"
down_revision = "001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "gmail_connections",
        sa.Column("id", sa.Uuid(), server_default=sa.func.gen_random_uuid(), primary_key=True),
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("email_address", sa.String(320), nullable=False),
        sa.Column("state", sa.String(20), server_default="active", nullable=False),
        sa.Column("state_reason", sa.String(60)),
        sa.Column("scopes", postgresql.ARRAY(sa.String(200)), server_default="{}", nullable=False),
        sa.Column("refresh_token_encrypted", sa.LargeBinary()),
        sa.Column("access_token_encrypted", sa.LargeBinary()),
        sa.Column("access_token_expires_at", sa.DateTime(timezone=True)),
        sa.Column("history_id", sa.Numeric(20, 0)),
        sa.Column("next_sync_at", sa.DateTime(timezone=True)),
        sa.Column("sync_attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lease_token", sa.Uuid()),
        sa.Column("lease_expires_at", sa.DateTime(timezone=True)),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.UniqueConstraint("user_id", name="uq_gmail_connections_user_id"),
        sa.CheckConstraint("state IN ('active', 'needs_reconnect', 'disconnected')", name="ck_gmail_connections_state"),
    )
    op.create_index(
        "idx_gmail_connections_next_sync_at",
        "gmail_connections",
        ["next_sync_at"],
        postgresql_where=sa.text("state = 'active'"),
    )


def downgrade() -> None:
    op.drop_table("gmail_connections")
