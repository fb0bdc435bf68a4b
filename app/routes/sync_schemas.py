"""Imports and incremental syncs: how they are started, how far they are, what became of each batch."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.routes.schemas import Outcomes, Status

Phase = Literal["queued", "listing", "fetching", "waiting_quota", "paused", "done", "failed", "needs_reconnect", "cancelled"]
JobKind = Literal["initial", "incremental", "retry", "reparse"]


class SyncStarted(BaseModel):
    message: str = Field(examples=["Email sync started"])
    task_id: UUID | None = Field(description="the Celery id of fetch_user_emails_initial")
    user_id: UUID
    months: int = Field(examples=[6])
    job_id: UUID


class SyncEstimate(BaseModel):
    user_id: UUID
    months: int = Field(examples=[6])
    total_emails: int = Field(description="mails in the window", examples=[1500])
    known_emails: int = Field(description="of these, settled already: they are not fetched again", examples=[0])
    complete: bool = Field(description="false when the mailbox holds more than was counted (20,000)", examples=[True])
    quota_units: int = Field(description="of Gmail's quota, for the rest", examples=[30016])
    minutes: float = Field(description="likeliest time, beside the syncs that run now", examples=[4.2])


class RetryStarted(BaseModel):
    message: str = Field(examples=["Trying 3 mails again"])
    job_id: UUID = Field(description="the new job")
    user_id: UUID
    total_emails: int = Field(examples=[3])


class JobOut(BaseModel):
    """One import or incremental sync."""

    job_id: UUID
    status: Status
    kind: JobKind
    progress: float = Field(description="percent of the mails listed; 0 until the listing is complete", examples=[42.5])
    total_emails: int = Field(examples=[1500])
    processed_emails: int = Field(examples=[637])
    parsed_transactions: int = Field(description="transactions stored", examples=[201])
    skipped_emails: int = Field(description="notice + gone", examples=[436])
    failed_emails: int = Field(description="unparsed + failed", examples=[0])
    known_emails: int = Field(description="settled by an earlier job and not fetched again; not part of the total", examples=[0])
    failure_code: str | None = Field(description="why a failed job could not go on", examples=[None])
    error_count: int = Field(examples=[0])
    error_log: list[dict[str, Any]] = Field(description="the last 50 errors: reason codes and ids, no mail text")
    started_at: datetime | None
    completed_at: datetime | None
    created_at: datetime


class SyncStatus(JobOut):
    phase: Phase
    emails_per_second: float = Field(description="over the last minute", examples=[48.2])
    eta_seconds: int | None = Field(
        description="likeliest time left, by the quota and the pace of the last minute; null until the total is known",
        examples=[18],
    )
    eta_range_seconds: tuple[int, int] | None = Field(description="the range the end should fall into", examples=[(15, 22)])
    resume_at: datetime | None = Field(description="when a job that waits, for its own quota or for everybody's, goes on")
    minute_units: int | None = Field(
        description="units of Gmail's quota that count for this mailbox now; null until the total is known, and afterwards",
        examples=[5980],
    )
    minute_limit: int | None = Field(description="how many may in a minute; null where there is no limit", examples=[6000])
    connection_state: Literal["active", "needs_reconnect", "disconnected"] | None = Field(
        description="of the user's mailbox; `needs_reconnect` stops its schedule", examples=["active"]
    )
    connection_reason: str | None = Field(description="why it must be connected again", examples=[None])
    outcomes: Outcomes


class BatchOut(BaseModel):
    """Up to 100 mails of a job, the unit of work."""

    seq: int = Field(description="0 holds the newest mails")
    status: Literal["ready", "queued", "running", "done"]
    mails: int = Field(examples=[100])
    pending: int = Field(description="without an outcome yet", examples=[0])
    attempts: int = Field(description="tries of it, or of one of its mails, that ended in a fault")
    outcomes: Outcomes
    not_before: datetime | None = Field(description="it is left alone until then")
    finished_at: datetime | None


class UnreadMails(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    outcome: Literal["unparsed", "failed"]
    reason: str | None = Field(examples=["server_error"])
    count: int = Field(examples=[3])
    message_ids: list[str] = Field(description="Gmail's ids of the newest fifty", examples=[["18f2a9c3d4e5b601"]])


class JobDetail(BaseModel):
    job: SyncStatus
    batch_count: int = Field(examples=[15])
    batches: list[BatchOut]
    unread: list[UnreadMails]


class SyncHistory(BaseModel):
    user_id: UUID
    total_jobs: int
    jobs: list[JobOut]
    next_cursor: str | None = Field(description="pass as `cursor` for the next page; null on the last")


class SyncStats(BaseModel):
    total_jobs: int
    by_status: dict[Status, int]
    total_emails_processed: int
    total_transactions_parsed: int
    total_failed_emails: int
