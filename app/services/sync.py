"""The story of an import, from the API's call to the rows.

    start            a job row, committed; then the bell        (API)
    list_mailbox     ids, newest first, cut into batches        (fetch_user_emails_initial)
    dispatch         quota is granted, fairly; see dispatch.py  (dispatch_batches)
    process_batch    claim · fetch · read · settle              (process_email_batch)
    finish           the last settled id completes the job

    job:  pending ──listing──► processing ──all ids settled──► completed
                                   └──── cannot go on ────────► failed

No transaction is open while Gmail is asked (but for a token's refresh, see tokens.py), so a worker may die anywhere: what it
had claimed is claimed again when its lease runs out, and what it had committed is not done twice. What goes another way is told
beside: a listing that stops, waits or begins anew in listing.py, ids that come back in returning.py.
"""

import time
import uuid
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import structlog
from sqlalchemy.orm import Session
from structlog.contextvars import bind_contextvars

from app import failpoints, metrics, queue
from app.config import get_settings
from app.db import after_commit, transaction
from app.domain.outcome import Outcome
from app.errors import AppError, ConfigurationError, NotFound, Unavailable
from app.gmail.port import Fetched, Gmail
from app.models import EmailSyncJob
from app.services import endings, listing, reparse, returning
from app.services.connections import mailbox_of, require_active
from app.services.reading import ReadAhead, Results, read_all
from app.storage import batches, connections, jobs, listings, outcomes, quota, rules, transactions

log = structlog.get_logger()

# The failure code of an incremental job or a retry that an import took the place of.
SUPERSEDED = "superseded"


# ── start ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Started:
    """`created` is false when a live job was there already: this is that job."""

    job_id: uuid.UUID
    task_id: uuid.UUID | None
    months: int
    created: bool


def start(user_id: uuid.UUID, months: int) -> Started:
    """Make an import job unless one is live, and ring for it. It takes the place of a look or a retry, whose mails it lists.

    Raises NotFound (`user_not_found`) and Conflict (`not_connected`, `needs_reconnect`).
    """
    with transaction() as session:
        require_active(session, user_id)
        job = begin_import(session, user_id, months)
        if job is None and _supersede_small(session, user_id):
            job = begin_import(session, user_id, months)
        if job is not None:
            log.info("import_started", job_id=str(job.id), task_id=str(job.task_id), user_id=str(user_id))
            return Started(job.id, job.task_id, months, created=True)
        job = jobs.latest(session, user_id)
        if job is None:
            raise NotFound(f"no user {user_id}", code="user_not_found")
        return Started(job.id, job.task_id, job.months or months, created=False)


def _supersede_small(session: Session, user_id: uuid.UUID) -> bool:
    """What it has settled stays settled; the rest is in the import's listing, and the cursor has not moved yet. What of a retry
    is older than the import may be tried again."""
    small = [job for job in jobs.lock_live(session, user_id) if job.kind in ("incremental", "retry")]
    for job in small:
        endings.fail(session, job, SUPERSEDED)
    return bool(small)


def begin_import(session: Session, user_id: uuid.UUID, months: int, *, history_id: int | None = None) -> EmailSyncJob | None:
    """A new job in the caller's transaction, rung for when that commits; None while one is live.

    `history_id` is the mailbox's of a moment ago, if it was seen: the listing need not ask for it. An older one lists nothing
    less, and what the next look then meets twice it knows.
    """
    since = listing.months_ago(months)
    job = jobs.add_unless_live(
        session, user_id=user_id, kind="initial", months=months, requested_since=since, history_id=history_id
    )
    if job is not None and job.task_id is not None:
        after_commit(session, partial(queue.ring_initial, user_id, months, job.task_id))
    return job


# ── list ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def list_mailbox(user_id: uuid.UUID, months: int) -> dict[str, Any]:
    """List the ids of the user's live import and cut them into batches, page by page; goes on where an earlier try stopped."""
    job = listing.claim(user_id, months)
    if job is not None:
        bind_contextvars(request_id=job.request_id, job_id=str(job.id))
        _list(job)
    return _counts(user_id)


def go_on_listing(user_id: uuid.UUID) -> None:
    """List more of what was too much for one look at a mailbox, if there is such a job and it is due."""
    with transaction() as session:
        job = listing.lease(session, user_id, kind="incremental")
    if job is not None:
        _list(job)


def _list(job: EmailSyncJob) -> None:
    with transaction() as session:
        connection = connections.get(session, job.user_id)
    try:
        with mailbox_of(job.user_id, connection) as gmail:
            _list_pages(job, gmail)
    except (Unavailable, ConfigurationError):
        listing.give_back(job)
        raise
    except AppError as error:
        listing.failed(job, error, connection.grant_version if connection else None)


def _list_pages(job: EmailSyncJob, gmail: Gmail) -> None:
    stop_at = time.monotonic() + get_settings().batch_soft_limit_seconds / 2
    with closing(listing.pages(job, gmail)) as pages:
        for page, history_id in pages:
            if not _add_page(job, page.ids, page.next_page_token, history_id) or page.next_page_token is None:
                return
            if time.monotonic() > stop_at or listing.others_wait():
                break
    listing.set_aside(job)


def _add_page(job: EmailSyncJob, ids: tuple[str, ...], token: str | None, history_id: int) -> bool:
    """One page's new ids become batches; the last page completes the listing. False when the lease was lost."""
    failpoints.reach("listed")
    with transaction() as session:
        held = listings.lock_leased(session, job.id, job.lease_token)
        if held is None:
            return False
        listed, next_seq = batches.listed_among(session, job.id, ids), batches.next_seq(session, job.id)
        known = outcomes.settled_ids(session, job.user_id, ids)
        fresh = [message_id for message_id in dict.fromkeys(ids) if message_id not in listed and message_id not in known]
        batches.add_all(session, held, fresh, first_seq=next_seq, size=get_settings().emails_per_batch)
        held.total_emails += len(fresh)
        held.known_emails += len(known - listed)
        held.history_id = history_id
        held.list_page_token = token
        held.attempts = held.lost_leases = 0
        if fresh:
            held.list_restarts = 0
        if token is None:
            listings.listed(session, held)
            log.info("mailbox_listed", mails=held.total_emails, known=held.known_emails)
            endings.complete_if_settled(session, held)
        else:
            listings.extend_lease(session, held, get_settings().lease_seconds)
        after_commit(session, partial(queue.ring_dispatch, soon=next_seq == 0, surely=token is None))
        return True


def _counts(user_id: uuid.UUID) -> dict[str, Any]:
    with transaction() as session:
        job = jobs.latest(session, user_id)
        if job is None:
            return {}
        return {"job_id": str(job.id), "status": job.status, "total_emails": job.total_emails, "known_emails": job.known_emails}


# ── batch ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def process_batch(batch_id: uuid.UUID) -> None:
    """Work on one granted batch: claim it, fetch its mails, read them, write what became of each."""
    settings = get_settings()
    with metrics.stage("claim"), transaction() as session:
        claim = batches.claim(session, batch_id, settings.lease_seconds)
        connection = connections.get(session, claim.user_id) if claim else None
    if claim is None:
        return
    # Rung by the dispatcher for many at once: here it is known whose request it is.
    bind_contextvars(request_id=claim.request_id, job_id=str(claim.job_id), batch_id=str(batch_id))
    failpoints.reach("claimed")
    try:
        with ReadAhead(claim.received_since) as ahead:
            with mailbox_of(claim.user_id, connection) as gmail, metrics.stage("fetch"):
                fetched = _fetch(claim, gmail, ahead)
            failpoints.reach("fetched")
            if claim.fresh and not fetched.faults:
                _let_the_next_begin(claim, fetched)
            with metrics.stage("read"):
                results = read_all(claim.message_ids, fetched, claim.received_since, ahead.read())
        with metrics.stage("settle"):
            _settle(claim, fetched, results, connection.grant_version if connection else None)
    except (Unavailable, ConfigurationError):
        returning.give_back(claim)
        raise


def _fetch(claim: batches.Claim, gmail: Gmail, ahead: ReadAhead) -> Fetched:
    return gmail.fetch(
        claim.message_ids,
        # Leave a third of the task's time for reading and writing.
        deadline_seconds=get_settings().batch_soft_limit_seconds * 2 / 3,
        parts=returning.parts_at_once(claim.spoiled_answers),
        arrived=ahead.take if claim.fresh else None,
    )


def _let_the_next_begin(claim: batches.Claim, fetched: Fetched) -> None:
    """Gmail is asked for the next of this person's first mails while these are read. Only one batch at a time is asked for, and
    this one's units are known: its grant is over."""
    with transaction() as session:
        if batches.lock_leased(session, claim) is None:
            return
        quota.end_batch(session, claim.batch_id, returning.spent(fetched))
        after_commit(session, partial(queue.ring_dispatch, soon=True))


def _settle(claim: batches.Claim, fetched: Fetched, results: Results, grant: int | None) -> None:
    """The one write of a batch: transactions, outcomes, batch, job, quota. Nothing if the lease was lost meanwhile.

    `grant` is the version it was fetched with.
    """
    with transaction() as session:
        batch = batches.lock_leased(session, claim)
        if batch is None:
            log.warning("lease_lost")
            metrics.batch_ended("lease_lost")
            return
        tries = {one: batch.tries.get(one, 0) + 1 for one in results.faulty}
        failed = {one: code for one, code in results.faulty.items() if tries[one] >= get_settings().max_attempts}
        settled = [*results.settled, *(outcomes.Settled(one, Outcome.FAILED, code) for one, code in failed.items())]
        if claim.kind == "reparse":
            settled, stored = reparse.propose(session, claim, settled, results.transactions), 0
        else:
            settled, stored = _store(session, claim, settled, results.transactions)
        batch.lost_leases = min(batch.lost_leases, batches.SUSPECT_AFTER_LOST_LEASES)
        endings.settle(session, batch, settled, stored_rows=stored, spent=returning.spent(fetched))
        if batch.pending_ids:
            returning.come_back(session, batch, fetched, tries, spoiled=results.spoiled)
        if fetched.stopped is not None:
            endings.stop_for(session, jobs.lock(session, claim.job_id), fetched.stopped, grant=grant)
        after_commit(session, partial(queue.ring_dispatch, soon=claim.fresh and bool(batch.pending_ids)))
        after_commit(session, partial(metrics.batch_ended, "came_back" if batch.pending_ids else "done"))


def _store(
    session: Session, claim: batches.Claim, settled: list[outcomes.Settled], new: Sequence[transactions.NewTransaction]
) -> tuple[list[outcomes.Settled], int]:
    """Write transactions and outcomes; how each id ended, and how many rows were new."""
    inserted = transactions.insert_new(session, claim.user_id, new)
    rules.apply(session, claim.user_id, inserted)
    settled = _mark_duplicates(settled, set(inserted))
    outcomes.record(session, user_id=claim.user_id, batch_id=claim.batch_id, settled=settled)
    return settled, len(inserted)


def _mark_duplicates(settled: list[outcomes.Settled], new: set[str]) -> list[outcomes.Settled]:
    """A mail none of whose transactions was new is a duplicate."""
    return [
        replace(one, outcome=Outcome.DUPLICATE) if one.outcome is Outcome.STORED and one.message_id not in new else one
        for one in settled
    ]
