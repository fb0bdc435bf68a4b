"""How far a sync is, told so that it can be believed: counters of the job's row, nothing estimated but the time left."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

from app.db import transaction
from app.domain.outcome import Tally
from app.errors import NotFound
from app.models import EmailSyncJob
from app.services.pages import Page, decode_cursor, encode_cursor
from app.storage import batches, jobs, users

RATE_WINDOW_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Progress:
    """`phase`: queued · listing · fetching · waiting_quota · done · failed.

    `emails_per_second` is over the last minute; `eta_seconds` is None while that is nothing or the total is not known.
    """

    job: EmailSyncJob
    tally: Tally
    phase: str
    emails_per_second: float
    eta_seconds: int | None


@dataclass(frozen=True, slots=True)
class Totals:
    """Over all jobs of all users."""

    by_status: dict[str, int]
    emails_processed: int
    transactions_parsed: int
    emails_failed: int


def status(user_id: uuid.UUID) -> Progress:
    """The user's live job, else their latest. Raises NotFound (`user_not_found`, `job_not_found`)."""
    with transaction() as session:
        job = jobs.latest(session, user_id)
        if job is None:
            if users.get(session, user_id) is None:
                raise NotFound(f"no user {user_id}", code="user_not_found")
            raise NotFound("this user has not synced yet", code="job_not_found")
        tally = batches.tally_of_job(session, job.id)
        lately = batches.settled_lately(session, job.id, window_seconds=RATE_WINDOW_SECONDS)
    rate = _rate(job, lately)
    left = job.total_emails - job.processed_emails
    known = job.status == "processing" and job.listed_at is not None and rate > 0
    return Progress(job, tally, phase(job), round(rate, 2), round(left / rate) if known else None)


def phase(job: EmailSyncJob) -> str:
    if job.status in ("completed", "failed"):
        return "done" if job.status == "completed" else "failed"
    if job.waiting_quota and job.resume_at is not None and job.resume_at > datetime.now(UTC):
        return "waiting_quota"
    if job.status == "pending":
        return "queued"
    return "listing" if job.listed_at is None else "fetching"


def _rate(job: EmailSyncJob, lately: int) -> float:
    if job.started_at is None or job.status != "processing":
        return 0.0
    running = (datetime.now(UTC) - job.started_at).total_seconds()
    return lately / min(max(running, 1.0), RATE_WINDOW_SECONDS)


def history(user_id: uuid.UUID, *, limit: int, cursor: str | None) -> tuple[int, Page[EmailSyncJob]]:
    """How many jobs the user has, and a page of them, newest first. Raises NotFound (`user_not_found`)."""
    before = decode_cursor(cursor)
    with transaction() as session:
        if users.get(session, user_id) is None:
            raise NotFound(f"no user {user_id}", code="user_not_found")
        total = jobs.count_of_user(session, user_id)
        rows = jobs.page(session, user_id, before=before, limit=limit + 1)
    shown = rows[:limit]
    more = encode_cursor((shown[-1].created_at, shown[-1].id)) if len(rows) > limit else None
    return total, Page(shown, more)


def stats() -> Totals:
    with transaction() as session:
        by_status, (processed, parsed, failed) = jobs.totals(session)
    return Totals(by_status, processed, parsed, failed)
