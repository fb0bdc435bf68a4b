"""Keeping a mailbox current: a look at its history, and a job only when there is something new.

The cursor is pinned (getProfile) before the listing and saved when every id listed has its outcome. When Gmail no longer knows
the cursor, ids are listed by date instead, and the pinned cursor is the way back: there is no second question to history. What
is too long for one task becomes a job that keeps its place, page by page (`go_on_listing`).

Once a day the mails of the last days are listed by date as well and compared with what is known: a difference is a mail that the
history did not tell of. It is imported like any other, and counted on the connection (`overlap_missed`): the count should stay 0.
"""

import time
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog
from sqlalchemy.orm import Session

from app import failpoints, metrics, queue
from app.config import get_settings
from app.db import after_commit, transaction
from app.errors import (
    ConfigurationError,
    DatabaseFault,
    GmailError,
    GmailRefused,
    GrantRevoked,
    HistoryExpired,
    MailboxGone,
    ProjectStopped,
    Throttled,
    TransientFault,
    Unavailable,
)
from app.gmail.port import Gmail
from app.models import EmailSyncJob
from app.services import endings, returning
from app.services.backoff import FAULTS, throttle_seconds
from app.services.connections import mailbox_of
from app.services.dispatch import ring_listing, spend
from app.services.listing import Source
from app.services.sync import go_on_listing
from app.storage import batches, connections, jobs, outcomes, quota, schedule, users
from app.storage.connections import Check

log = structlog.get_logger()

# Five thousand mails: an account that was away for long has them. More are listed bit by bit, by a job.
INLINE_PAGES = 10
# How far back the daily comparison looks.
OVERLAP = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Found:
    """What a look listed: the cursor to save later, and the ids, each once.

    When that is not all, `page_token` is where in the source a job goes on; `waits` is for how long Gmail asked to wait before.
    """

    cursor: int
    source: Source
    ids: list[str]
    page_token: str | None = None
    waits: float | None = None


def check_mailbox(user_id: uuid.UUID) -> None:
    """Look for new mail of one user. While a job of theirs is live there is no look: the next comes in time. What a look left
    to be listed is gone on with."""
    check = _claim(user_id)
    if check is None:
        go_on_listing(user_id)
        return
    try:
        _check(check)
    except (Unavailable, ConfigurationError):
        _give_back(check)
        raise
    except GmailError as error:
        _check_failed(check, error)
    except DatabaseFault:
        with transaction() as session:
            if users.get(session, user_id) is not None:
                raise
        # Erased meanwhile: what was to be written had nobody to belong to.


def _check(check: Check) -> None:
    stop_at = time.monotonic() + get_settings().batch_soft_limit_seconds / 2
    with mailbox_of(check.user_id) as gmail:
        # By date first: what comes in between is told by the history then, and is no difference.
        recent = _overlap(check, gmail, stop_at) if check.overlap_due else None
        found = _look(check, gmail, stop_at)
    failpoints.reach("looked")
    _write(check, found, recent if found.page_token is None else None)


def _claim(user_id: uuid.UUID) -> Check | None:
    """None also when looks have lost their workers, one after the other: the mailbox rests until the usual time."""
    settings = get_settings()
    with transaction() as session:
        most, interval = settings.max_attempts, 60.0 * settings.sync_interval_minutes
        lost = connections.end_lost_check(session, user_id, most=most, rest_seconds=interval)
        if lost is not None:
            log.warning("check_lost", user_id=str(user_id), attempts=lost)
            after_commit(session, partial(metrics.lease_lost, "expired"))
            if lost >= most:
                return None
        return connections.claim_check(session, user_id, settings.lease_seconds)


def _give_back(check: Check) -> None:
    """A fault of ours, which counts as no try. When not even that can be written, the lease runs out."""
    with transaction() as session:
        connections.end_check(session, check, next_sync_seconds=returning.GIVEN_BACK_SECONDS, attempts=check.attempts)


def _look(check: Check, gmail: Gmail, stop_at: float) -> Found:
    with spend(check.user_id, get_settings().tariff.get_profile):
        cursor = gmail.profile().history_id
    source = Source(_fallback_since(check), check.history_id)
    if source.from_history_id is not None:
        try:
            return Found(cursor, source, *_first_pages(check, gmail, source, stop_at))
        except (HistoryExpired, GmailRefused) as error:
            log.info("history_expired", user_id=str(check.user_id), code=error.code)
    source = Source(source.since)
    return Found(cursor, source, *_first_pages(check, gmail, source, stop_at))


def _fallback_since(check: Check) -> datetime:
    """By date: from a little before the last fetch, never further back than EMAIL_FETCH_DAYS."""
    settings = get_settings()
    earliest = datetime.now(UTC) - timedelta(days=settings.email_fetch_days)
    overlap = timedelta(minutes=settings.resync_overlap_minutes)
    return max(check.last_fetch - overlap, earliest) if check.last_fetch else earliest


def _first_pages(check: Check, gmail: Gmail, source: Source, stop_at: float) -> tuple[list[str], str | None, float | None]:
    """As many as one task has time for: the ids, the token of the next page, and how long to wait before it.

    A fault after the first page ends nothing: what was listed is kept.
    """
    ids: dict[str, None] = {}
    token, waits = None, None
    for _ in range(INLINE_PAGES):
        try:
            with spend(check.user_id, source.units):
                page = source.page(gmail, token)
        except (Throttled, TransientFault) as error:
            if token is None:
                raise
            waits = throttle_seconds(error.retry_after_seconds) if isinstance(error, Throttled) else None
            break
        ids |= dict.fromkeys(page.ids)
        token = page.next_page_token
        if token is None or time.monotonic() > stop_at:
            break
    return list(ids), token, waits


def _overlap(check: Check, gmail: Gmail, stop_at: float) -> list[str]:
    """The ids of the last days, newest first; of a mailbox that gets very much mail, the newest of them."""
    ids, page_token, _ = _first_pages(check, gmail, Source(datetime.now(UTC) - OVERLAP), stop_at)
    if page_token is not None:
        log.info("overlap_cut", user_id=str(check.user_id), mails=len(ids))
    return ids


def _write(check: Check, found: Found, recent: list[str] | None) -> None:
    """Nothing new: save the cursor, no job. Something new: a job that is listed already, or goes on with it, and its batches.

    `recent` is what the daily comparison listed, None when it was not due.
    """
    interval = 60.0 * get_settings().sync_interval_minutes
    with transaction() as session:
        missed = _missed(session, check, found.ids, recent) if recent is not None else []
        ids = [*found.ids, *missed]
        known = outcomes.settled_ids(session, check.user_id, ids)
        fresh = [one for one in ids if one not in known]
        settled = not fresh and found.page_token is None
        # The job's row before the connection's, as everywhere: an import may be completing at this moment.
        job = None if settled else _new_job(session, check, found, fresh, known=len(known))
        if not connections.end_check(session, check, next_sync_seconds=interval, history_id=found.cursor if settled else None):
            session.rollback()
            return
        if recent is not None:
            connections.count_missed(session, check, len(missed))
        if settled:
            users.set_fetch_time(session, check.user_id, check.claimed_at)
        if job is not None and found.page_token is not None and found.waits is None:
            ring_listing(session, job)
        if job is not None:
            after_commit(session, queue.ring_dispatch)


def _missed(session: Session, check: Check, ids: list[str], recent: list[str]) -> list[str]:
    """Of the mails listed by date, those that the history did not tell of and of which nothing is known. Without a cursor there
    was no history to tell: then the date query has found them."""
    known = outcomes.recorded_ids(session, check.user_id, recent).union(ids)
    missed = [one for one in dict.fromkeys(recent) if one not in known]
    if missed:
        log.warning("overlap_missed", user_id=str(check.user_id), mails=len(missed))
    return missed


def _new_job(session: Session, check: Check, found: Found, fresh: list[str], *, known: int) -> EmailSyncJob | None:
    """A job with its listing as far as it is. None when an import began meanwhile: its cursor is older or its listing holds these
    ids."""
    job = jobs.add_unless_live(
        session,
        user_id=check.user_id,
        kind="incremental",
        status="processing",
        total_emails=len(fresh),
        known_emails=known,
        history_id=found.cursor,
        started_at=check.claimed_at,
        listed_at=check.claimed_at if found.page_token is None else None,
        list_page_token=found.page_token,
        list_from_history_id=found.source.from_history_id,
        list_since=found.source.since,
    )
    if job is not None:
        batches.add_all(session, job, fresh, first_seq=0, size=get_settings().emails_per_batch)
        if found.waits is not None:
            jobs.put_off(session, job, found.waits, waiting_quota=True)
    return job


def _check_failed(check: Check, error: GmailError) -> None:
    """Look again soon after a fault, at the usual time after three; a revoked grant stops the schedule."""
    settings = get_settings()
    interval = 60.0 * settings.sync_interval_minutes
    attempts = check.attempts + 1
    log.warning("check_failed", user_id=str(check.user_id), code=error.code, detail=error.detail)
    with transaction() as session:
        if isinstance(error, GrantRevoked | MailboxGone):
            if not connections.needs_reconnect(session, check.user_id, endings.reason(error), grant=check.grant_version):
                connections.end_check(session, check, next_sync_seconds=endings.ASK_ANEW_SECONDS)
        elif isinstance(error, ProjectStopped):
            connections.end_check(session, check, next_sync_seconds=interval)
            quota.stop_day(session, error.code, endings.STOPPED_PROJECT_SECONDS)
        elif isinstance(error, Throttled):
            seconds = throttle_seconds(error.retry_after_seconds)
            connections.end_check(session, check, next_sync_seconds=seconds, attempts=check.attempts)
            schedule.rest_mailbox(session, check.user_id, seconds)
        elif attempts < settings.max_attempts:
            connections.end_check(session, check, next_sync_seconds=FAULTS.seconds(attempts), attempts=attempts)
        else:
            connections.end_check(session, check, next_sync_seconds=interval)
