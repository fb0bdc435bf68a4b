"""A batch of an ended job may forget its ids and keep its counts; and what finds the old ones."""

import sqlalchemy as sa

from alembic import op

revision = "042"
down_revision = "041"
branch_labels = None
depends_on = None

BALANCE = (
    "cardinality(message_ids) = cardinality(pending_ids)"
    " + stored_count + duplicate_count + notice_count + gone_count + unparsed_count + failed_count"
)
FORGOTTEN = "status = 'done' AND message_ids = '{}'"


def upgrade() -> None:
    _check(f"({BALANCE}) OR ({FORGOTTEN})")
    with op.get_context().autocommit_block():
        # Neither may hold up the workers: a table that is written to, and one that may be large.
        op.execute("ALTER TABLE email_sync_batches VALIDATE CONSTRAINT ck_email_sync_batches_balance")
        op.create_index(
            "idx_email_sync_batches_finished_at",
            "email_sync_batches",
            ["finished_at"],
            postgresql_where=sa.text("status = 'done' AND message_ids <> '{}'"),
            postgresql_concurrently=True,
            if_not_exists=True,
        )
        op.create_index(
            "idx_email_sync_jobs_created_at",
            "email_sync_jobs",
            ["created_at"],
            postgresql_using="brin",
            postgresql_concurrently=True,
            if_not_exists=True,
        )


def downgrade() -> None:
    op.drop_index("idx_email_sync_jobs_created_at", "email_sync_jobs")
    op.drop_index("idx_email_sync_batches_finished_at", "email_sync_batches")
    # Batches that have forgotten do not balance any more, and nobody asks them to.
    _check(BALANCE)


def _check(condition: str) -> None:
    op.execute("ALTER TABLE email_sync_batches DROP CONSTRAINT ck_email_sync_batches_balance")
    op.execute(f"ALTER TABLE email_sync_batches ADD CONSTRAINT ck_email_sync_batches_balance CHECK ({condition}) NOT VALID")
