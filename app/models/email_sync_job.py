import uuid
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Float,
    ForeignKey,
    Index,
    Integer,
    Numeric,
    SmallInteger,
    String,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import CreatedAt, Timestamp, UpdatedAt, UuidKey

LIVE_STATUSES = ("pending", "processing")
LIVE = "status IN ('pending', 'processing')"
# The failure code of a job whose user connected another mailbox in the middle of it.
MAILBOX_CHANGED = "mailbox_changed"
# And of one whose user disconnected their mailbox.
DISCONNECTED = "disconnected"
# A re-read works on mails that have their outcome already, so it never stands in the way of a sync, nor a sync in its.
LIVE_SYNC = f"{LIVE} AND kind <> 'reparse'"
LIVE_REPARSE = f"{LIVE} AND kind = 'reparse'"


class EmailSyncJob(Base):
    """One import, incremental sync or re-read of one user.

    Its ids are those of `mailbox` (a number, see gmail_connection.py; none in jobs from before migration 049).

    Counters: `processed` = `imported` (stored or duplicate) + `skipped` (notice or gone) + `failed` (unparsed or failed) mails,
    and a completed job has processed every mail it listed; `known` mails were settled by an earlier job and are left alone.
    The lease covers the listing; each batch has a lease of its own. It goes on from `list_page_token`, by the history since
    `list_from_history_id`, or without one by the date `list_since` (an import's: `requested_since`); `list_restarts` counts how
    often it began anew without finding a new id.
    """

    __tablename__ = "email_sync_jobs"
    __table_args__ = (
        Index("idx_email_sync_jobs_user_id", "user_id"),
        Index("idx_email_sync_jobs_status", "status"),
        Index("uq_email_sync_jobs_live_user_id", "user_id", unique=True, postgresql_where=text(LIVE_SYNC)),
        Index("uq_email_sync_jobs_live_reparse", "user_id", unique=True, postgresql_where=text(LIVE_REPARSE)),
        Index("idx_email_sync_jobs_history", "user_id", "created_at", "id"),
        Index(
            "idx_email_sync_jobs_turn",
            "priority",
            text("last_granted_at ASC NULLS FIRST"),
            "id",
            postgresql_where=text("status = 'processing'"),
        ),
        Index("idx_email_sync_jobs_unlisted", "created_at", postgresql_where=text(f"{LIVE} AND listed_at IS NULL")),
        Index("idx_email_sync_jobs_created_at", "created_at", postgresql_using="brin"),
        CheckConstraint("status IN ('pending', 'processing', 'completed', 'failed')", name="ck_email_sync_jobs_status"),
        CheckConstraint("kind IN ('initial', 'incremental', 'retry', 'reparse')", name="ck_email_sync_jobs_kind"),
        CheckConstraint("priority IN (0, 1, 2)", name="ck_email_sync_jobs_priority"),
        CheckConstraint(
            "processed_emails = imported_emails + skipped_emails + failed_emails AND processed_emails <= total_emails",
            name="ck_email_sync_jobs_balance",
        ),
        CheckConstraint(
            "status <> 'completed' OR (total_emails = processed_emails AND listed_at IS NOT NULL AND completed_at IS NOT NULL)",
            name="ck_email_sync_jobs_completed",
        ),
        CheckConstraint("applied_at IS NULL OR (kind = 'reparse' AND status = 'completed')", name="ck_email_sync_jobs_applied"),
        CheckConstraint("progress_percentage BETWEEN 0 AND 100", name="ck_email_sync_jobs_progress"),
    )

    id: Mapped[UuidKey]
    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    status: Mapped[str] = mapped_column(String(20), server_default="pending")
    total_emails: Mapped[int] = mapped_column(Integer, server_default="0")
    processed_emails: Mapped[int] = mapped_column(Integer, server_default="0")
    parsed_transactions: Mapped[int] = mapped_column(Integer, server_default="0")
    failed_emails: Mapped[int] = mapped_column(Integer, server_default="0")
    progress_percentage: Mapped[float] = mapped_column(Float, server_default="0")
    error_log: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=text("'[]'::jsonb"))
    started_at: Mapped[Timestamp | None]
    completed_at: Mapped[Timestamp | None]
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[UpdatedAt]

    kind: Mapped[str] = mapped_column(String(20), server_default="initial")
    months: Mapped[int | None] = mapped_column(Integer)
    requested_since: Mapped[Timestamp | None]
    task_id: Mapped[uuid.UUID | None]
    request_id: Mapped[str | None] = mapped_column(String(64))
    imported_emails: Mapped[int] = mapped_column(Integer, server_default="0")
    skipped_emails: Mapped[int] = mapped_column(Integer, server_default="0")
    known_emails: Mapped[int] = mapped_column(Integer, server_default="0")
    error_count: Mapped[int] = mapped_column(Integer, server_default="0")
    failure_code: Mapped[str | None] = mapped_column(String(60))
    history_id: Mapped[int | None] = mapped_column(Numeric(20, 0, asdecimal=False))
    list_page_token: Mapped[str | None] = mapped_column(String(500))
    list_from_history_id: Mapped[int | None] = mapped_column(Numeric(20, 0, asdecimal=False))
    list_since: Mapped[Timestamp | None]
    list_restarts: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    listed_at: Mapped[Timestamp | None]
    attempts: Mapped[int] = mapped_column(Integer, server_default="0")
    lost_leases: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    rung_at: Mapped[Timestamp | None]
    resume_at: Mapped[Timestamp | None]
    paused_at: Mapped[Timestamp | None]
    waiting_quota: Mapped[bool] = mapped_column(Boolean, server_default=text("false"))
    priority: Mapped[int] = mapped_column(SmallInteger, server_default="2")
    last_granted_at: Mapped[Timestamp | None]
    lease_token: Mapped[uuid.UUID | None]
    lease_expires_at: Mapped[Timestamp | None]
    applied_at: Mapped[Timestamp | None]
    mailbox: Mapped[int | None] = mapped_column(BigInteger)
