import uuid

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import CreatedAt, Timestamp, UpdatedAt, UuidKey

REMEMBERS = "status = 'done' AND message_ids <> '{}'"


class EmailSyncBatch(Base):
    """Up to 100 message ids of one job, newest first: the unit of work, retry, lease and progress.

    ready ──grant──► queued ──claim──► running ──settle──► done
      ▲                 │                 │
      └─────────────────┴── some ids come back, or the lease ran out ──┘

    Every id is either pending or counted under one outcome, at every moment: the table says so. `granted_ids` is how many of
    the pending ones, from the first, the last grant allows to ask for. `tries` counts the faults of an id's own, by id;
    `spoiled_answers` the rounds in which an answer about several was lost. A batch done long ago has
    forgotten its ids and keeps its counts. `lowest_id` and `highest_id` are the ends of `message_ids` (none without these, and in
    batches from before migration 050).
    """

    __tablename__ = "email_sync_batches"
    __table_args__ = (
        UniqueConstraint("job_id", "seq", name="uq_email_sync_batches_job_id"),
        CheckConstraint("status IN ('ready', 'queued', 'running', 'done')", name="ck_email_sync_batches_status"),
        CheckConstraint(
            "cardinality(message_ids) = cardinality(pending_ids)"
            " + stored_count + duplicate_count + notice_count + gone_count + unparsed_count + failed_count"
            " OR (status = 'done' AND message_ids = '{}')",
            name="ck_email_sync_batches_balance",
        ),
        CheckConstraint("(status = 'done') = (cardinality(pending_ids) = 0)", name="ck_email_sync_batches_done"),
        CheckConstraint("(status = 'running') = (lease_token IS NOT NULL)", name="ck_email_sync_batches_lease"),
        Index("idx_email_sync_batches_ready", "job_id", "seq", postgresql_where=text("status = 'ready'")),
        Index("idx_email_sync_batches_queued", "rung_at", postgresql_where=text("status = 'queued'")),
        Index("idx_email_sync_batches_running", "lease_expires_at", postgresql_where=text("status = 'running'")),
        Index("idx_email_sync_batches_user_id", "user_id"),
        Index("idx_email_sync_batches_finished_at", "finished_at", postgresql_where=text(REMEMBERS)),
    )

    id: Mapped[UuidKey]
    job_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("email_sync_jobs.id", ondelete="CASCADE"))
    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    seq: Mapped[int] = mapped_column(Integer)
    status: Mapped[str] = mapped_column(String(20), server_default="ready")
    message_ids: Mapped[list[str]] = mapped_column(ARRAY(String(64)))
    pending_ids: Mapped[list[str]] = mapped_column(ARRAY(String(64)))
    # In the order of their characters, which is Python's: not the database's own.
    lowest_id: Mapped[str | None] = mapped_column(String(64, collation="C"))
    highest_id: Mapped[str | None] = mapped_column(String(64, collation="C"))
    stored_count: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    duplicate_count: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    notice_count: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    gone_count: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    unparsed_count: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    failed_count: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    tries: Mapped[dict[str, int]] = mapped_column(JSONB, server_default=text("'{}'::jsonb"))
    spoiled_answers: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    lost_leases: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    granted_ids: Mapped[int | None] = mapped_column(SmallInteger)
    not_before: Mapped[Timestamp | None]
    rung_at: Mapped[Timestamp | None]
    lease_token: Mapped[uuid.UUID | None]
    lease_expires_at: Mapped[Timestamp | None]
    finished_at: Mapped[Timestamp | None]
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[UpdatedAt]
