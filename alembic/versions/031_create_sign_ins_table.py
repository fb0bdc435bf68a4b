"""Trips to Google that have begun: each state is taken once, in the browser that it was given to."""

import sqlalchemy as sa

from alembic import op

revision = "031"
down_revision = "030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sign_ins",
        sa.Column("state_sha256", sa.LargeBinary(32), primary_key=True),
        sa.Column("verifier_sha256", sa.LargeBinary(32), nullable=False),
        sa.Column("nonce", sa.String(64), nullable=False),
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("users.id", ondelete="CASCADE")),
        sa.Column("asked_gmail", sa.Boolean(), nullable=False),
        sa.Column("asked_consent", sa.Boolean(), nullable=False),
        sa.Column("next_path", sa.String(500), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
    )
    op.create_index("idx_sign_ins_expires_at", "sign_ins", ["expires_at"])
    op.create_index("idx_sign_ins_user_id", "sign_ins", ["user_id"])


def downgrade() -> None:
    op.drop_table("sign_ins")
