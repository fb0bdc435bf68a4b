"""What a job needs to balance and to go on after a crash: counters, cursor, listing lease; and one live job a user."""

from typing import Any

import sqlalchemy as sa

from alembic import op

revision = "013"
down_revision = "012"
branch_labels = None
depends_on = None

CHECKS = {
    "ck_email_sync_jobs_status": "status IN ('pending', 'processing', 'completed', 'failed')",
    "ck_email_sync_jobs_kind": "kind IN ('initial', 'incremental')",
    "ck_email_sync_jobs_balance": (
        "processed_emails = imported_emails + skipped_emails + failed_emails AND processed_emails <= total_emails"
    ),
    "ck_email_sync_jobs_completed": (
        "status <> 'completed' OR (total_emails = processed_emails AND listed_at IS NOT NULL AND completed_at IS NOT NULL)"
    ),
    "ck_email_sync_jobs_progress": "progress_percentage BETWEEN 0 AND 100",
}


def _columns() -> list[sa.Column[Any]]:
    """New ones each time: a column belongs to one table object."""
    return [
        sa.Column("kind", sa.String(20), server_default="initial", nullable=False),
        sa.Column("months", sa.Integer()),
        sa.Column("requested_since", sa.DateTime(timezone=True)),
        sa.Column("task_id", sa.Uuid()),
        sa.Column("imported_emails", sa.Integer(), server_default="0", nullable=False),
        sa.Column("skipped_emails", sa.Integer(), server_default="0", nullable=False),
        sa.Column("known_emails", sa.Integer(), server_default="0", nullable=False),
        sa.Column("error_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("failure_code", sa.String(60)),
        sa.Column("history_id", sa.Numeric(20, 0)),
        sa.Column("list_page_token", sa.String(500)),
        sa.Column("listed_at", sa.DateTime(timezone=True)),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("rung_at", sa.DateTime(timezone=True)),
        sa.Column("resume_at", sa.DateTime(timezone=True)),
        sa.Column("waiting_quota", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("last_granted_at", sa.DateTime(timezone=True)),
        sa.Column("lease_token", sa.Uuid()),
        sa.Column("lease_expires_at", sa.DateTime(timezone=True)),
    ]


def upgrade() -> None:
    for column in _columns():
        op.add_column("email_sync_jobs", column)
    for name, condition in CHECKS.items():
        op.create_check_constraint(name, "email_sync_jobs", condition)
    op.create_index(
        "uq_email_sync_jobs_live_user_id",
        "email_sync_jobs",
        ["user_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('pending', 'processing')"),
    )
    op.create_index("idx_email_sync_jobs_history", "email_sync_jobs", ["user_id", "created_at", "id"])


def downgrade() -> None:
    op.drop_index("idx_email_sync_jobs_history", "email_sync_jobs")
    op.drop_index("uq_email_sync_jobs_live_user_id", "email_sync_jobs")
    for name in CHECKS:
        op.drop_constraint(name, "email_sync_jobs")
    for column in reversed(_columns()):
        op.drop_column("email_sync_jobs", column.name)
