"""Gmail counts its quota by mailbox, whoever has connected it; and a long look at a mailbox is listed by a job, bit by bit."""

import sqlalchemy as sa

from alembic import op

revision = "039"
down_revision = "038"
branch_labels = None
depends_on = None

MAILBOX = "hashtextextended(lower(email_address::text), 0)"


def upgrade() -> None:
    op.add_column(
        "gmail_connections", sa.Column("mailbox", sa.BigInteger(), sa.Computed(MAILBOX, persisted=True), nullable=False)
    )
    op.add_column("quota_grants", sa.Column("mailbox", sa.BigInteger()))
    op.execute(
        "UPDATE quota_grants SET mailbox = coalesce((SELECT mailbox FROM gmail_connections one"
        " WHERE one.user_id = quota_grants.user_id), hashtextextended(CAST(user_id AS varchar), 0))"
    )
    op.alter_column("quota_grants", "mailbox", nullable=False)
    op.create_index("idx_quota_grants_mailbox", "quota_grants", ["mailbox"])
    op.add_column("email_sync_jobs", sa.Column("list_from_history_id", sa.Numeric(20, 0)))
    op.add_column("email_sync_jobs", sa.Column("list_since", sa.DateTime(timezone=True)))
    op.add_column("email_sync_jobs", sa.Column("list_restarts", sa.SmallInteger(), server_default="0", nullable=False))


def downgrade() -> None:
    for column in ("list_restarts", "list_since", "list_from_history_id"):
        op.drop_column("email_sync_jobs", column)
    op.drop_index("idx_quota_grants_mailbox", "quota_grants")
    op.drop_column("quota_grants", "mailbox")
    op.drop_column("gmail_connections", "mailbox")
