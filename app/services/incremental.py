"""Keeping a mailbox current: a look at its history, and a job only when there is something new.

The cursor is pinned (getProfile) before the listing and saved when every id listed has its outcome. When Gmail no longer knows
the cursor, ids are listed by date instead, and the pinned cursor is the way back: there is no second question to history.

Once a day the mails of the last days are listed by date as well and compared with what is known: a difference is a mail that the
history did not tell of. It is imported like any other, and counted on the connection (`overlap_missed`): the count should stay 0.
"""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy.orm import Session

from app import failpoints, queue
from app.config import get_settings
from app.db import after_commit, transaction
from app.errors import GmailError, GmailRefused, GrantRevoked, HistoryExpired, MailboxGone, ProjectStopped, Throttled
from app.gmail.port import Gmail
from app.models import EmailSyncJob
from app.services import endings
from app.services.backoff import FAULTS, throttle_seconds
from app.services.connections import mailbox_of
from app.services.dispatch import spend
from app.storage import batches, connections, jobs, outcomes, quota, users
from app.storage.connections import Check

log = structlog.get_logger()

# How far back the daily comparison looks.
OVERLAP = timedelta(days=3)


def check_mailbox(user_id: uuid.UUID) -> None:
    """Look for new mail of one user. Does nothing while a job of theirs is live: the next look comes in time."""
    with transaction() as session:
        check = connections.claim_check(session, user_id, get_settings().lease_seconds)
    if check is None:
        return
    try:
        with mailbox_of(user_id) as gmail:
            cursor, ids = _new_ids(check, gmail)
            recent = list(_listed_since(check, gmail, datetime.now(UTC) - OVERLAP)) if check.overlap_due else None
    except GmailError as error:
        _check_failed(check, error)
        return
    failpoints.reach("looked")
    _write(check, cursor, ids, recent)


def _new_ids(check: Check, gmail: Gmail) -> tuple[int, list[str]]:
    """The cursor to save later, and the ids added since the one we have, each once."""
    with spend(check.user_id, get_settings().tariff.get_profile):
        cursor = gmail.profile().history_id
    if check.history_id is not None:
        try:
            return cursor, list(dict.fromkeys(_added_since(check, check.history_id, gmail)))
        except (HistoryExpired, GmailRefused) as error:
            log.info("history_expired", user_id=str(check.user_id), code=error.code)
    return cursor, list(dict.fromkeys(_received_since(check, gmail)))


def _added_since(check: Check, history_id: int, gmail: Gmail) -> Iterator[str]:
    token: str | None = None
    while True:
        with spend(check.user_id, get_settings().tariff.history_list):
            page = gmail.list_added(start_history_id=history_id, page_token=token)
        yield from page.ids
        token = page.next_page_token
        if token is None:
            return


def _received_since(check: Check, gmail: Gmail) -> Iterator[str]:
    """By date: from a little before the last fetch, never further back than EMAIL_FETCH_DAYS; newest first."""
    settings = get_settings()
    earliest = datetime.now(UTC) - timedelta(days=settings.email_fetch_days)
    overlap = timedelta(minutes=settings.resync_overlap_minutes)
    return _listed_since(check, gmail, max(check.last_fetch - overlap, earliest) if check.last_fetch else earliest)


def _listed_since(check: Check, gmail: Gmail, since: datetime) -> Iterator[str]:
    token: str | None = None
    while True:
        with spend(check.user_id, get_settings().tariff.messages_list):
            page = gmail.list_ids(after=since, page_token=token)
        yield from page.ids
        token = page.next_page_token
        if token is None:
            return


def _write(check: Check, cursor: int, ids: list[str], recent: list[str] | None) -> None:
    """Nothing new: save the cursor, no job. Something new: a job that is listed already, and its batches.

    `recent` is what the daily comparison listed, None when it was not due.
    """
    interval = 60.0 * get_settings().sync_interval_minutes
    with transaction() as session:
        missed = _missed(session, check, ids, recent) if recent is not None else []
        ids = [*ids, *missed]
        known = outcomes.settled_ids(session, check.user_id, ids)
        fresh = [one for one in ids if one not in known]
        # The job's row before the connection's, as everywhere: an import may be completing at this moment.
        job = _new_job(session, check, cursor, fresh, known=len(known)) if fresh else None
        if not connections.end_check(session, check, next_sync_seconds=interval, history_id=None if fresh else cursor):
            session.rollback()
            return
        if recent is not None:
            connections.count_missed(session, check, len(missed))
        if not fresh:
            users.set_fetch_time(session, check.user_id, check.claimed_at)
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


def _new_job(session: Session, check: Check, cursor: int, fresh: list[str], *, known: int) -> EmailSyncJob | None:
    """A job that is listed already. None when an import began meanwhile: its cursor is older or its listing holds these ids."""
    job = jobs.add_unless_live(
        session,
        user_id=check.user_id,
        kind="incremental",
        status="processing",
        total_emails=len(fresh),
        known_emails=known,
        history_id=cursor,
        started_at=check.claimed_at,
        listed_at=check.claimed_at,
    )
    if job is not None:
        batches.add_all(session, job, fresh, first_seq=0, size=get_settings().emails_per_batch)
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
        elif attempts < settings.max_attempts:
            connections.end_check(session, check, next_sync_seconds=FAULTS.seconds(attempts), attempts=attempts)
        else:
            connections.end_check(session, check, next_sync_seconds=interval)
