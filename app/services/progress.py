"""How far a sync is, told so that it can be believed: counters of the job's row; only the time left is estimated."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.config import get_settings
from app.db import transaction
from app.domain.outcome import Tally
from app.errors import NotFound
from app.models import EmailSyncBatch, EmailSyncJob
from app.models.email_sync_job import LIVE_STATUSES
from app.services import eta
from app.services.control import CANCELLED
from app.services.eta import Eta
from app.services.pace import Rounds, pace_of
from app.services.pages import Page, decode_cursor, encode_cursor
from app.storage import batches, connections, jobs, outcomes, quota, rates, users
from app.storage.jobs import ALL, Which
from app.storage.outcomes import Unread
from app.storage.quota import Outlook
from app.storage.rates import UserGrants

__all__ = ["Detail", "Progress", "Totals", "Which", "detail", "history", "of_job", "stats", "status", "statuses"]

RATE_WINDOW_SECONDS = 60.0
# A page shows so many batches and names so many mails of each reason: a mailbox of two hundred thousand has two thousand batches.
MOST_CELLS = 500
MOST_NAMED = 50


@dataclass(frozen=True, slots=True)
class Minute:
    """Gmail's units of the mailbox that count now, and how many may in a minute; None without a limit."""

    units: int
    limit: int | None


@dataclass(frozen=True, slots=True)
class Progress:
    """`phase`: queued · listing · fetching · waiting_quota · paused · done · failed · needs_reconnect · cancelled.

    `resume_at`: nothing is granted before. `emails_per_second` is over the last minute; `eta` and `minute` are None until the
    total is known, and when the job is over. `connection` is the mailbox's state and its reason: a job that is done does not tell
    that the next look failed.
    """

    job: EmailSyncJob
    tally: Tally
    phase: str
    resume_at: datetime | None
    emails_per_second: float
    eta: Eta | None
    minute: Minute | None
    connection: tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Detail:
    """A job taken apart: its first batches (of `batch_count`), newest mail first, and the mails that could not be read or
    fetched, by outcome and reason."""

    progress: Progress
    batch_count: int
    batches: Sequence[EmailSyncBatch]
    unread: Sequence[Unread]


@dataclass(frozen=True, slots=True)
class Totals:
    """Over all jobs of all users."""

    by_status: dict[str, int]
    emails_processed: int
    transactions_parsed: int
    emails_failed: int


def status(user_id: uuid.UUID) -> Progress:
    """The user's live job, else their latest. Raises NotFound (`user_not_found`, `job_not_found`)."""
    found = statuses([user_id])
    if user_id not in found:
        with transaction() as session:
            if users.get(session, user_id) is None:
                raise NotFound(f"no user {user_id}", code="user_not_found")
        raise NotFound("this user has not synced yet", code="job_not_found")
    return found[user_id]


def statuses(user_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Progress]:
    """The same for many at once, in a handful of queries; without those who have no job."""
    with transaction() as session:
        latest = jobs.latest_of(session, user_ids)
        told = _told(session, list(latest.values()))
    return {user_id: told[job.id] for user_id, job in latest.items()}


def of_job(job_id: uuid.UUID) -> Progress:
    """Of one job, a re-read as well. Raises NotFound (`job_not_found`)."""
    with transaction() as session:
        job = jobs.find(session, job_id)
        if job is None:
            raise NotFound(f"no job {job_id}", code="job_not_found")
        return _told(session, [job])[job.id]


def _told(session: Session, some: Sequence[EmailSyncJob]) -> dict[uuid.UUID, Progress]:
    outlook = _outlook(session)
    tallies = batches.tallies(session, [job.id for job in some])
    running = [job for job in some if job.status == "processing"]
    lately = batches.settled_lately(session, [job.id for job in running], window_seconds=RATE_WINDOW_SECONDS)
    listed = [job for job in running if job.listed_at is not None and job.paused_at is None]
    grants = rates.grants_of(session, [job.user_id for job in listed]) if listed else {}
    estimates = _estimates(session, listed, grants, outlook)
    states = connections.states_of(session, [job.user_id for job in some])
    return {
        job.id: Progress(
            job,
            tallies.get(job.id, Tally()),
            _phase(job, outlook),
            _resumes(job, outlook),
            round(_rate(job, lately.get(job.id, 0), outlook), 2),
            estimates.get(job.id),
            _minute(grants.get(job.user_id)),
            states.get(job.user_id, (None, None)),
        )
        for job in some
    }


def _outlook(session: Session) -> Outlook:
    settings, tariff = get_settings(), get_settings().tariff
    # With less than one HTTP batch left of the day, next to nothing is granted.
    return quota.outlook(session, tariff.per_project_day, least=settings.gmail_http_batch_size * tariff.messages_get)


def _resumes(job: EmailSyncJob, outlook: Outlook) -> datetime | None:
    """Before this moment nothing is granted to a live job: Gmail asked it to wait, or granting is stopped for all."""
    moments = [one for one in (job.resume_at, outlook.closed_until) if one is not None and one > outlook.now]
    return max(moments, default=None) if job.status in LIVE_STATUSES else None


def _phase(job: EmailSyncJob, outlook: Outlook) -> str:
    if job.status == "completed":
        return "done"
    if job.status == "failed":
        return job.failure_code if job.failure_code in ("needs_reconnect", CANCELLED) else "failed"
    if job.paused_at is not None:
        return "paused"
    if outlook.closed_until is not None or (job.waiting_quota and _resumes(job, outlook) is not None):
        return "waiting_quota"
    if job.status == "pending":
        return "queued"
    return "listing" if job.listed_at is None else "fetching"


def _rate(job: EmailSyncJob, lately: int, outlook: Outlook) -> float:
    if job.started_at is None or job.status != "processing":
        return 0.0
    running = (outlook.now - job.started_at).total_seconds()
    return lately / min(max(running, 1.0), RATE_WINDOW_SECONDS)


def _minute(grants: UserGrants | None) -> Minute | None:
    if grants is None:
        return None
    return Minute(sum(units for units, _ in grants.grants), get_settings().tariff.per_user_minute)


def _estimates(
    session: Session, listed: Sequence[EmailSyncJob], grants: Mapping[uuid.UUID, UserGrants], outlook: Outlook
) -> dict[uuid.UUID, Eta]:
    if not listed:
        return {}
    traffic = rates.traffic(session)
    rounds = Rounds.of(traffic.live.values())
    paces = {job: pace_of(traffic.live[job.id], rounds, traffic, grants[job.user_id]) for job in listed if job.id in traffic.live}
    return {job.id: _not_before(_resumes(job, outlook), eta.estimate(pace), outlook.now) for job, pace in paces.items()}


def _not_before(resumes: datetime | None, estimate: Eta, moment: datetime) -> Eta:
    """Nothing is granted before it resumes, whatever the books say."""
    if resumes is None:
        return estimate
    waits = (resumes - moment).total_seconds()
    return Eta(max(estimate.seconds, waits), max(estimate.low, waits), max(estimate.high, waits))


def history(user_id: uuid.UUID, *, limit: int, cursor: str | None, which: Which = ALL) -> tuple[int, Page[EmailSyncJob]]:
    """How many such jobs the user has, and a page of them, newest first. Raises NotFound (`user_not_found`)."""
    before = decode_cursor(cursor)
    with transaction() as session:
        if users.get(session, user_id) is None:
            raise NotFound(f"no user {user_id}", code="user_not_found")
        total = jobs.count_of_user(session, user_id, which)
        rows = jobs.page(session, user_id, which, before=before, limit=limit + 1)
    shown = rows[:limit]
    more = encode_cursor((shown[-1].created_at, shown[-1].id)) if len(rows) > limit else None
    return total, Page(shown, more)


def detail(job_id: uuid.UUID) -> Detail:
    """Raises NotFound (`job_not_found`)."""
    with transaction() as session:
        job = jobs.find(session, job_id)
        if job is None:
            raise NotFound(f"no job {job_id}", code="job_not_found")
        cells = batches.of_job(session, job_id, most=MOST_CELLS)
        unread = outcomes.unread(session, job_id, most=MOST_NAMED)
        total = batches.count_of_job(session, job_id)
        return Detail(_told(session, [job])[job_id], total, cells, unread)


def stats() -> Totals:
    with transaction() as session:
        by_status, (processed, parsed, failed) = jobs.totals(session)
    return Totals(by_status, processed, parsed, failed)
