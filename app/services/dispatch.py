"""The dispatcher: the one place that grants quota. Workers never sleep on a rate limit; a batch that may not run is not rung.

One tick: take back what dead workers held, ring listings that are due, ring again for what nobody answered, then grant ready
batches in turn over the users, as far as the user's minute, the project's minute and day, and the number in flight allow.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import structlog
from sqlalchemy.orm import Session

from app import queue
from app.config import Tariff, get_settings
from app.db import after_commit, transaction
from app.domain.outcome import Outcome
from app.errors import Throttled
from app.services import endings
from app.storage import batches, jobs, outcomes, quota
from app.storage.batches import CONVICTED_AFTER_LOST_LEASES, SUSPECT_AFTER_LOST_LEASES, Granted
from app.storage.quota import Books

log = structlog.get_logger()

# A bell not answered for this long is rung again. Queues are short (DISPATCH_IN_FLIGHT), so silence means it was lost.
SILENT_SECONDS = 30.0
SWEEP_LIMIT = 1000


@contextmanager
def spend(user_id: uuid.UUID, units: int) -> Iterator[None]:
    """Units for a call that is no batch (profile, list, history), granted at once or not at all.

    Raises Throttled, with the seconds to wait, when the user's or the project's minute or the day is used up.
    """
    with transaction() as session:
        quota.lock(session, wait=True)
        books = quota.open_books(session)
        if _exceeds(books, user_id, units, get_settings().tariff):
            raise Throttled("own quota", retry_after_seconds=_seconds_until_free(session, books, user_id, units))
        (grant,) = quota.add_grants(session, [(user_id, None, units)])
    try:
        yield
    finally:
        with transaction() as session:
            quota.end_grant(session, grant)


def dispatch() -> None:
    """One tick. Ticks do not queue up behind each other: the second one leaves at once."""
    with transaction() as session:
        if not quota.lock(session, wait=False):
            return
        _reclaim_expired(session)
        _ring_unlisted(session)
        _ring_silent(session)
        granted = batches.mark_queued(session, _choose(session, quota.open_books(session)))
        cost = get_settings().tariff.messages_get
        quota.add_grants(session, ((one.user_id, one.batch_id, one.ids * cost) for one in granted))
        for one in granted:
            after_commit(session, partial(queue.ring_batch, one.batch_id))


def requeue_stalled() -> None:
    """Sweep what no tick sees, then tick."""
    with transaction() as session:
        quota.end_forgotten(session, older_than_seconds=3.0 * get_settings().lease_seconds)
    dispatch()


def _choose(session: Session, books: Books) -> list[Granted]:
    """The batches to grant now. A user whose minute is used up is put off until some of it comes free."""
    settings = get_settings()
    free = settings.dispatch_in_flight - books.in_flight
    if free <= 0 or books.day_stopped:
        return []
    granted: list[Granted] = []
    for one in batches.next_ready(session, limit=settings.dispatch_in_flight, per_job=settings.dispatch_in_flight_per_user):
        units = one.ids * settings.tariff.messages_get
        if books.in_flight_by_user.get(one.user_id, 0) >= settings.dispatch_in_flight_per_user:
            continue
        if _exceeds_minute(books, one.user_id, units, settings.tariff):
            seconds = quota.seconds_until_free(session, one.user_id)
            jobs.put_off(session, jobs.lock(session, one.job_id), seconds, waiting_quota=True)
            continue
        if len(granted) == free or _exceeds(books, one.user_id, units, settings.tariff):
            break
        granted.append(one)
        books.add(one.user_id, units)
    return granted


def _exceeds_minute(books: Books, user_id: uuid.UUID, units: int, tariff: Tariff) -> bool:
    return tariff.per_user_minute is not None and books.units_by_user.get(user_id, 0) + units > tariff.per_user_minute


def _exceeds(books: Books, user_id: uuid.UUID, units: int, tariff: Tariff) -> bool:
    over_project = tariff.per_project_minute is not None and books.units + units > tariff.per_project_minute
    over_day = tariff.per_project_day is not None and books.day_units + units > tariff.per_project_day
    return books.day_stopped or over_project or over_day or _exceeds_minute(books, user_id, units, tariff)


def _seconds_until_free(session: Session, books: Books, user_id: uuid.UUID, units: int) -> float:
    """When it makes sense to ask again for units that were just refused."""
    tariff = get_settings().tariff
    if _exceeds_minute(books, user_id, units, tariff):
        return quota.seconds_until_free(session, user_id)
    if tariff.per_project_day is not None and books.day_units + units > tariff.per_project_day:
        return endings.STOPPED_PROJECT_SECONDS
    return quota.seconds_until_start(session) or quota.seconds_until_free(session, None)


def _reclaim_expired(session: Session) -> None:
    """Batches whose worker died or was too slow go back to ready.

    After two lost leases a batch runs mail by mail; a mail that loses two more is taken to be what kills its worker.
    """
    for batch in batches.lock_expired(session, limit=SWEEP_LIMIT):
        log.warning("lease_expired", batch_id=str(batch.id), lost_leases=batch.lost_leases + 1)
        batch.lost_leases += 1
        killer: list[outcomes.Settled] = []
        if batch.lost_leases >= CONVICTED_AFTER_LOST_LEASES:
            batch.lost_leases = SUSPECT_AFTER_LOST_LEASES
            killer = [outcomes.Settled(batch.pending_ids[0], Outcome.FAILED, "lost_lease")]
            outcomes.record(session, user_id=batch.user_id, batch_id=batch.id, settled=killer)
        endings.settle(session, batch, killer, stored_rows=0)


def _ring_silent(session: Session) -> None:
    """Within the time a dead worker's batch may take to go on: its message may have been lost before it was claimed."""
    for batch_id in batches.take_silent(session, older_than_seconds=SILENT_SECONDS, limit=SWEEP_LIMIT):
        after_commit(session, partial(queue.ring_batch, batch_id))


def _ring_unlisted(session: Session) -> None:
    for job in jobs.take_unlisted(session, silent_seconds=SILENT_SECONDS, limit=SWEEP_LIMIT):
        after_commit(session, partial(queue.ring_initial, job.user_id, job.months or 6, job.task_id or job.id))
