"""Outcomes: one row a message id and user; the primary key makes a second one impossible."""

import sqlalchemy as sa

from alembic import op

revision = "015"
down_revision = "014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "email_outcomes",
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("message_id", sa.String(64), primary_key=True),
        sa.Column("batch_id", sa.Uuid(), sa.ForeignKey("email_sync_batches.id", ondelete="SET NULL")),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("reason", sa.String(60)),
        sa.Column("issuer", sa.String(100)),
        sa.Column("reader_version", sa.SmallInteger()),
        sa.Column("settled_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('stored', 'duplicate', 'notice', 'unparsed', 'gone', 'failed')", name="ck_email_outcomes_outcome"
        ),
    )
    op.create_index("idx_email_outcomes_batch_id", "email_outcomes", ["batch_id"])
    op.create_index(
        "idx_email_outcomes_unparsed", "email_outcomes", ["issuer", "reason"], postgresql_where=sa.text("outcome = 'unparsed'")
    )


def downgrade() -> None:
    op.drop_table("email_outcomes")
