"""How ids, batches and jobs end: one place, so that the counters always balance."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

import structlog
from sqlalchemy.orm import Session

from app import metrics
from app.config import get_settings
from app.db import after_commit
from app.domain.outcome import Outcome, Tally
from app.errors import GmailError, GrantRevoked, MailboxGone, ProjectStopped
from app.models import EmailSyncBatch, EmailSyncJob
from app.services import webhooks
from app.storage import batches, connections, jobs, quota, schedule, turns, users
from app.storage.outcomes import Settled
from app.storage.quota import Spent

log = structlog.get_logger()

# Google's next quota day may be most of a day away; it is tried again in between, in case an operator raised the limit.
STOPPED_PROJECT_SECONDS = 900.0
# With a grant that is newer than the one refused.
ASK_ANEW_SECONDS = 2.0


def entry(code: str, **ids: object) -> dict[str, Any]:
    """A line of a job's error_log: a reason code, ids and the time. Never mail text."""
    return {"at": datetime.now(UTC).isoformat(timespec="seconds"), "code": code, **{k: v for k, v in ids.items() if v}}


def settle(
    session: Session, batch: EmailSyncBatch, settled: Sequence[Settled], *, stored_rows: int, spent: Spent | None = None
) -> None:
    """Count these ids of a locked batch under their outcomes, in the batch and in its job; let go of its lease and its quota.

    The batch is done when no id is pending, and so is the job when that was its last.
    """
    gone = {one.message_id for one in settled}
    tally = Tally.of(one.outcome for one in settled)
    batches.settle(batch, pending=[one for one in batch.pending_ids if one not in gone], tally=tally)
    quota.end_batch(session, batch.id, spent)
    job = jobs.lock(session, batch.job_id)
    jobs.count(job, tally, transactions=stored_rows)
    turns.go_on_first(job, batch.seq)
    jobs.log_errors(
        job, [entry(one.reason or "failed", message_id=one.message_id) for one in settled if one.outcome is Outcome.FAILED]
    )
    if stored_rows:
        webhooks.tell_stored(session, job, stored_rows)
    complete_if_settled(session, job)
    if settled:
        after_commit(session, partial(_tell, settled, job.kind, stored_rows))


def _tell(settled: Sequence[Settled], kind: str, stored_rows: int) -> None:
    tally = Counter(str(one.outcome) for one in settled)
    log.info("batch_settled", kind=kind, transactions=stored_rows, **tally)
    metrics.settled(tally, kind=kind, transactions=stored_rows)
    if kind != "reparse":  # a re-read of what could not be read is not news of a bank that changed its mail
        metrics.read(Counter((one.issuer, _VERDICTS[one.outcome]) for one in settled if one.outcome in _VERDICTS))


_VERDICTS = {Outcome.STORED: "read", Outcome.DUPLICATE: "read", Outcome.UNPARSED: "unparsed"}


def complete_if_settled(session: Session, job: EmailSyncJob) -> None:
    """A listed job all of whose ids have an outcome is completed, and only then is the cursor pinned at its start saved."""
    if job.status != "processing" or job.listed_at is None or job.processed_emails != job.total_emails:
        return
    jobs.complete(session, job)
    webhooks.tell_job(session, job)
    log.info("job_completed", job_id=str(job.id), kind=job.kind, mails=job.total_emails, transactions=job.parsed_transactions)
    if job.history_id is None:
        return  # it listed nothing, so neither cursor nor fetch time may move
    if _leaves_a_gap(session, job):
        schedule.look_soon(session, job.user_id)
        return
    connections.advance_cursor(
        session, job.user_id, job.history_id, next_sync_seconds=60.0 * get_settings().sync_interval_minutes
    )
    if job.started_at is not None:
        users.set_fetch_time(session, job.user_id, job.started_at)


def _leaves_a_gap(session: Session, job: EmailSyncJob) -> bool:
    """Does the window of this import begin after the last fetch? What came in between is still to be found by the old cursor."""
    connection, user = connections.get(session, job.user_id), users.get(session, job.user_id)
    if connection is None or connection.history_id is None or user is None or user.last_email_fetch_time is None:
        return False
    return job.requested_since is not None and job.requested_since > user.last_email_fetch_time


def stop_for(session: Session, job: EmailSyncJob, error: Exception, *, grant: int | None) -> bool:
    """End or park a locked job for what Google said; False when the error is not of that kind.

    What was fetched is kept, and so is the cursor: after reconnecting, the next job goes on with the ids that are left. So does
    this one, when the person has connected again since it began to ask, with the version `grant`.
    """
    if isinstance(error, GrantRevoked | MailboxGone):
        if connections.needs_reconnect(session, job.user_id, reason(error), grant=grant):
            fail(session, job, error.code, detail=error.detail)
        else:
            jobs.put_off(session, job, ASK_ANEW_SECONDS, waiting_quota=False)
    elif isinstance(error, ProjectStopped):
        jobs.put_off(session, job, STOPPED_PROJECT_SECONDS, waiting_quota=True)
        quota.stop_day(session, error.code, STOPPED_PROJECT_SECONDS)
    else:
        return False
    return True


def rest(session: Session, job: EmailSyncJob, seconds: float) -> None:
    """Gmail's quota is full, or ours for it: this locked job waits, and so does whoever else reads the same mailbox."""
    jobs.put_off(session, job, seconds, waiting_quota=True)
    schedule.rest_mailbox(session, job.user_id, seconds)


def reason(error: GmailError) -> str:
    """Why a connection needs its person: the cause when Google told it, else the error's code."""
    return (error.detail or error.code)[:60]


def fail(session: Session, job: EmailSyncJob, code: str, *, detail: str = "") -> None:
    """The job cannot go on: say why, and take back what was queued for it."""
    if job.status not in ("pending", "processing"):
        return
    jobs.log_errors(job, [entry(code, detail=detail)])
    jobs.fail(session, job, code)
    webhooks.tell_job(session, job)
    log.warning("job_failed", job_id=str(job.id), kind=job.kind, code=code, detail=detail)
    for batch_id in batches.recall(session, job.id):
        quota.end_batch(session, batch_id)
