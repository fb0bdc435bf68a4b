"""How ids are listed: from what, for which units, when to let go, and what to do when it fails. The story is in sync.py.

An import lists by date, a look at a mailbox by its history, and by date when that is gone.
"""

import uuid
from collections.abc import Generator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog
from sqlalchemy.orm import Session

from app import metrics, queue
from app.config import get_settings
from app.db import after_commit, transaction
from app.errors import AppError, GmailRefused, HistoryExpired, Throttled
from app.gmail.port import Gmail, HistoryPage, IdPage
from app.models import EmailSyncJob
from app.services import dispatch, endings, returning
from app.services.backoff import FAULTS, LONG_AWAY, throttle_seconds
from app.services.budget import PAGES_AT_ONCE
from app.storage import connections, jobs, listings

log = structlog.get_logger()

# The failure code of a job whose listing lost its workers, one after the other, without a page between; and of each in its log.
LISTING_LOST = "listing_lost"
LOST_LEASE = "lost_lease"
MOST_LOST_LEASES = 5
DAYS_PER_MONTH = 30  # six months are the 180 days of EMAIL_FETCH_DAYS


@dataclass(frozen=True, slots=True)
class Source:
    """The history from `from_history_id` on; without one, mail received after `since`, newest first."""

    since: datetime
    from_history_id: int | None = None

    @property
    def units(self) -> int:
        """Of one page."""
        tariff = get_settings().tariff
        return tariff.messages_list if self.from_history_id is None else tariff.history_list

    def page(self, gmail: Gmail, token: str | None) -> IdPage | HistoryPage:
        if self.from_history_id is None:
            return gmail.list_ids(after=self.since, page_token=token)
        return gmail.list_added(start_history_id=self.from_history_id, page_token=token)


def months_ago(months: int) -> datetime:
    return datetime.now(UTC) - timedelta(days=DAYS_PER_MONTH * months)


def claim(user_id: uuid.UUID, months: int) -> EmailSyncJob | None:
    """Lease the listing of the user's live import; None when there is nothing to list, or it is not due."""
    with transaction() as session:
        if jobs.live(session, user_id) is None and jobs.latest(session, user_id) is None:
            connection = connections.get(session, user_id)
            if connection is None or connection.state != "active":
                return None  # they left since it was rung, with all that was imported: not even an error may name them again
            # Rung by hand, without the API: the row comes first all the same.
            jobs.add_unless_live(
                session,
                user_id=user_id,
                kind="initial",
                months=months,
                requested_since=months_ago(months),
            )
        return lease(session, user_id, kind="initial")


def lease(session: Session, user_id: uuid.UUID, *, kind: str) -> EmailSyncJob | None:
    """Lease the listing of the user's live job of this kind; None as in `claim`. A lease that was lost before was a try as well:
    what kills its worker is not listed for ever."""
    lost = listings.end_lost_lease(session, user_id, kind=kind)
    if lost is not None:
        _lost(session, lost)
    return listings.claim(session, user_id, get_settings().lease_seconds, kind=kind)


def _lost(session: Session, job: EmailSyncJob) -> None:
    after_commit(session, partial(metrics.lease_lost, "expired"))
    job.lost_leases += 1
    log.warning("listing_lost", job_id=str(job.id), lost=job.lost_leases)
    jobs.log_errors(job, [endings.entry(LOST_LEASE)])
    # Any worker may be killed at any time: after the first the next goes on at once. When all are, one after the other, it is
    # seldom a listing's doing, and they have minutes to come back.
    if job.lost_leases >= MOST_LOST_LEASES:
        endings.fail(session, job, LISTING_LOST)
    elif job.lost_leases > 1:
        jobs.put_off(session, job, FAULTS.seconds(LONG_AWAY), waiting_quota=False)


def _try_again(session: Session, job: EmailSyncJob, tries: int) -> None:
    """Later, or never again."""
    if tries >= get_settings().max_attempts:
        endings.fail(session, job, "listing_failed")
    else:
        jobs.put_off(session, job, FAULTS.seconds(tries), waiting_quota=False)


def give_back(job: EmailSyncJob) -> None:
    """A fault of ours, which counts as no try. When not even that can be written, the lease runs out."""
    with transaction() as session:
        held = listings.lock_leased(session, job.id, job.lease_token)
        if held is not None:
            listings.end_lease(session, held)
            jobs.put_off(session, held, returning.GIVEN_BACK_SECONDS, waiting_quota=False)


def pages(job: EmailSyncJob, gmail: Gmail) -> Generator[tuple[IdPage | HistoryPage, int], None, None]:
    """Pages from where the last try stopped, paid for some at a time; each with the history id from before the first."""
    tariff = get_settings().tariff
    token, history_id = job.list_page_token, job.history_id
    source = Source(job.requested_since or job.list_since or datetime.now(UTC), job.list_from_history_id)
    pages = min(PAGES_AT_ONCE, max(1, ((tariff.per_user_minute or 1000) - tariff.get_profile) // source.units))
    while True:
        pinning = tariff.get_profile if history_id is None else 0
        with dispatch.spend(job.user_id, pinning + pages * source.units) as spending:
            spending.units = pinning
            if history_id is None:
                # Pinned before the first id is listed: whatever arrives from here on is the incremental sync's.
                history_id = gmail.profile().history_id
            for _ in range(pages):
                spending.units += source.units
                page = source.page(gmail, token)
                token = page.next_page_token
                yield page, history_id
                if token is None:
                    return


def others_wait() -> bool:
    """Somebody has nothing to look at yet: their first page comes before this mailbox's next."""
    with transaction() as session:
        return listings.some_unbegun(session)


def set_aside(job: EmailSyncJob) -> None:
    """A mailbox too large for one task, or others who wait: let go until the dispatcher rings; the page token is saved.

    The dispatcher is rung, as after a batch: of this mailbox there may be none left that would, and Beat may be away.
    """
    with transaction() as session:
        held = listings.lock_leased(session, job.id, job.lease_token)
        if held is not None:
            listings.set_aside(session, held)
            after_commit(session, partial(queue.ring_dispatch, surely=True))


def failed(job: EmailSyncJob, error: AppError, grant: int | None) -> None:
    """Wait, try again, or end the job: never a job that looks complete."""
    with transaction() as session:
        held = listings.lock_leased(session, job.id, job.lease_token)
        if held is None:
            return
        log.warning("listing_failed", code=error.code, detail=error.detail)
        listings.end_lease(session, held)
        if isinstance(error, Throttled):
            endings.rest(session, held, throttle_seconds(error.retry_after_seconds))
        elif not endings.stop_for(session, held, error, grant=grant):
            held.attempts += 1
            jobs.log_errors(held, [endings.entry(error.code, detail=error.detail)])
            if isinstance(error, GmailRefused | HistoryExpired):
                _begin_anew(held, by_dates=isinstance(error, HistoryExpired))
            _try_again(session, held, max(held.attempts, held.list_restarts))


def _begin_anew(job: EmailSyncJob, *, by_dates: bool) -> None:
    """Page tokens grow old, and so does a history. From the beginning again: ids listed already are recognised, those known are
    counted anew. A history that was refused twice, or is gone, gives way to dates."""
    job.list_page_token, job.known_emails = None, 0
    job.list_restarts += 1
    if job.list_from_history_id is not None and (by_dates or job.list_restarts > 1):
        job.list_from_history_id, job.list_restarts = None, 0
        job.attempts = 0
