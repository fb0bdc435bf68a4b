"""Batches: up to 100 ids of a job. Each id is pending or counted under one outcome, and the table refuses anything else."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "014"
down_revision = "013"
branch_labels = None
depends_on = None


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.SmallInteger(), server_default="0", nullable=False)


def upgrade() -> None:
    op.create_table(
        "email_sync_batches",
        sa.Column("id", sa.Uuid(), server_default=sa.func.gen_random_uuid(), primary_key=True),
        sa.Column("job_id", sa.Uuid(), sa.ForeignKey("email_sync_jobs.id", ondelete="CASCADE"), nullable=False),
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(20), server_default="ready", nullable=False),
        sa.Column("message_ids", postgresql.ARRAY(sa.String(64)), nullable=False),
        sa.Column("pending_ids", postgresql.ARRAY(sa.String(64)), nullable=False),
        *(_count(f"{outcome}_count") for outcome in ("stored", "duplicate", "notice", "gone", "unparsed", "failed")),
        _count("attempts"),
        _count("lost_leases"),
        sa.Column("not_before", sa.DateTime(timezone=True)),
        sa.Column("rung_at", sa.DateTime(timezone=True)),
        sa.Column("lease_token", sa.Uuid()),
        sa.Column("lease_expires_at", sa.DateTime(timezone=True)),
        sa.Column("finished_at", sa.DateTime(timezone=True)),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.UniqueConstraint("job_id", "seq", name="uq_email_sync_batches_job_id"),
        sa.CheckConstraint("status IN ('ready', 'queued', 'running', 'done')", name="ck_email_sync_batches_status"),
        sa.CheckConstraint(
            "cardinality(message_ids) = cardinality(pending_ids)"
            " + stored_count + duplicate_count + notice_count + gone_count + unparsed_count + failed_count",
            name="ck_email_sync_batches_balance",
        ),
        sa.CheckConstraint("(status = 'done') = (cardinality(pending_ids) = 0)", name="ck_email_sync_batches_done"),
        sa.CheckConstraint("(status = 'running') = (lease_token IS NOT NULL)", name="ck_email_sync_batches_lease"),
    )
    for name, column, status in (
        ("idx_email_sync_batches_queued", "rung_at", "queued"),
        ("idx_email_sync_batches_running", "lease_expires_at", "running"),
    ):
        op.create_index(name, "email_sync_batches", [column], postgresql_where=sa.text(f"status = '{status}'"))
    op.create_index(
        "idx_email_sync_batches_ready", "email_sync_batches", ["job_id", "seq"], postgresql_where=sa.text("status = 'ready'")
    )
    op.create_index("idx_email_sync_batches_user_id", "email_sync_batches", ["user_id"])


def downgrade() -> None:
    op.drop_table("email_sync_batches")
