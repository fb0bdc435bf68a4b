"""What a person may do with a job: let it rest and go on, end it, try again what failed.

    processing ──pause──► paused ──resume──► processing
        └───────cancel──────┴──► failed, with the code `cancelled`

A batch at work when a job is paused or cancelled is finished and counted: its mails were fetched and paid for.
"""

import uuid
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app import queue
from app.config import get_settings
from app.db import after_commit, transaction
from app.errors import Conflict, NotFound
from app.models import EmailSyncJob
from app.services import endings
from app.services.connections import require_active
from app.services.incremental import OVERLAP
from app.storage import batches, connections, jobs, outcomes, quota, users

CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Retried:
    """The new job, and how many mails it tries again."""

    job_id: uuid.UUID
    user_id: uuid.UUID
    total_emails: int


def cancel(job_id: uuid.UUID) -> None:
    """End a live job. What was imported stays, and a later import fetches only the rest. New mail goes on being looked for.

    Raises NotFound (`job_not_found`) and Conflict (`job_over`); so do the others.
    """
    with transaction() as session:
        job = _lock_live(session, job_id)
        endings.fail(session, job, CANCELLED)
        if job.kind == "initial":
            _keep_current(session, job)


def _keep_current(session: Session, job: EmailSyncJob) -> None:
    """Whoever cancels their first import wants no older mail, and what comes from its start on like everybody: the looks begin
    where it had pinned the history, or without that at the moment. After an earlier import they go on by its cursor.

    The daily comparison waits until all the days it looks back on have come since: what was cancelled is not missed.
    """
    looks = {"next_sync_seconds": 60.0 * get_settings().sync_interval_minutes, "compare_seconds": OVERLAP.total_seconds()}
    if connections.begin_cursor(session, job.user_id, job.history_id, **looks):
        users.set_fetch_time(session, job.user_id, job.started_at or job.created_at)


def pause(job_id: uuid.UUID) -> None:
    """Grant nothing to this job and list nothing of it until it is resumed. Again, it changes nothing."""
    with transaction() as session:
        job = _lock_live(session, job_id)
        if job.paused_at is None:
            jobs.pause(session, job)
            for batch_id in batches.recall(session, job.id):
                quota.end_batch(session, batch_id)


def resume(job_id: uuid.UUID) -> None:
    """Go on where the job was paused. Again, it changes nothing."""
    with transaction() as session:
        job = _lock_live(session, job_id)
        if job.paused_at is not None:
            jobs.resume(session, job)
            after_commit(session, queue.ring_dispatch)


def retry(job_id: uuid.UUID, message_id: str | None = None) -> Retried:
    """A new job over the ids that ended as `failed` in this one, or over one of them: its counters stay what they were.

    Raises Conflict (`nothing_to_retry`, `sync_in_progress`, `not_connected`, `needs_reconnect`, `other_mailbox`) besides.
    """
    with transaction() as session:
        job = jobs.find(session, job_id)
        if job is None:
            raise NotFound(f"no job {job_id}", code="job_not_found")
        if job.mailbox not in (None, require_active(session, job.user_id).mailbox):
            raise Conflict("the mails are in the mailbox that was connected before", code="other_mailbox")
        ids = [one for one in outcomes.failed_ids(session, job_id) if message_id in (None, one)]
        if not ids:
            raise Conflict("no mail of this job is failed", code="nothing_to_retry")
        again = jobs.add_listed(session, job.user_id, kind="retry", total=len(ids))
        if again is None:
            raise Conflict("a sync of this user is live", code="sync_in_progress")
        batches.add_all(session, again, ids, first_seq=0, size=get_settings().emails_per_batch)
        after_commit(session, queue.ring_dispatch)
        return Retried(again.id, again.user_id, len(ids))


def _lock_live(session: Session, job_id: uuid.UUID) -> EmailSyncJob:
    if jobs.find(session, job_id) is None:
        raise NotFound(f"no job {job_id}", code="job_not_found")
    job = jobs.lock(session, job_id)
    if job.status not in ("pending", "processing"):
        raise Conflict(f"the job is {job.status}", code="job_over")
    return job
