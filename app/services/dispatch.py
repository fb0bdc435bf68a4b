"""The dispatcher: the one place that grants quota. Workers never sleep on a rate limit; a batch that may not run is not rung.

One tick: take back what dead workers held, ring listings that are due, and a few of those that go on, grant ready batches in turn
over the users, as far as the user's minute, the project's minute and day, and the number in flight allow, then ring again for
what nobody answered. It waits for no row: what somebody else has locked is seen by the next.
"""

import uuid
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import structlog
from sqlalchemy.orm import Session

from app import metrics, queue
from app.config import get_settings
from app.db import after_commit, transaction
from app.domain.outcome import Outcome
from app.domain.priority import Priority
from app.errors import AppError, Throttled
from app.models import EmailSyncJob
from app.services import endings
from app.services.budget import Budget, in_turn, mailboxes_at_once
from app.storage import batches, listings, outcomes, quota, ready, turns
from app.storage.batches import CONVICTED_AFTER_LOST_LEASES, SUSPECT_AFTER_LOST_LEASES
from app.storage.ready import Limits, Ready
from app.storage.turns import Granted, InFlight

log = structlog.get_logger()

# A bell not answered for this long is rung again. Queues are short, so silence means it was lost.
SILENT_SECONDS = 20.0
SWEEP_LIMIT = 1000
# Beyond the length of the queue.
FRESH_PLACES = 4
# So many starts wait to be taken up that more of them may be rung but not lost: they are rung again when the line is shorter.
LONG_LINE = 100
# For so many batches that may be in line, one listing that goes on.
PLACES_A_LISTING = 4
# Rung outside the transaction, many at once, in a fifth of a millisecond each: 100,000 lost bells take two processes ten seconds.
RING_LIMIT = 10_000


@dataclass(slots=True)
class Spending:
    """Units granted for calls; set `units` to fewer when some were not made."""

    units: int


@contextmanager
def spend(user_id: uuid.UUID, units: int) -> Iterator[Spending]:
    """Units for calls that are no batch (profile, list, history), granted at once or not at all.

    Raises Throttled, with the seconds to wait, when the user's or the project's minute or the day is used up.
    """
    with transaction() as session:
        quota.lock(session)
        budget = Budget(get_settings().tariff, quota.open_books(session))
        of_user = quota.units_of(session, user_id)
        if not budget.admits(units, of_user=of_user):
            metrics.throttled("books")
            raise Throttled("own quota", retry_after_seconds=_seconds_until_free(session, budget, user_id, of_user, units))
        (grant,) = quota.add_grants(session, [(user_id, None, units)])
    spending = Spending(units)
    try:
        yield spending
    finally:
        with transaction() as session:
            quota.end_grant(session, grant, unused=units - spending.units)


def dispatch() -> None:
    """One tick. Ticks do not queue up behind each other: the second one leaves at once."""
    starts, pages = queue.listings_waiting()
    with transaction() as session:
        if not quota.begin_tick(session):
            return
        quota.lock(session)
        _reclaim_expired(session)
        if starts < LONG_LINE:
            _ring_unlisted(session)
        in_flight = turns.in_flight(session)
        _ring_pages(session, in_flight, in_line=pages)
        _grant(session, in_flight)
        # Jobs are locked before their queued batches, as by whoever pauses or ends one: so this comes after the grants.
        _ring_silent(session)


def dispatch_for_a_person() -> None:
    """Grants by whoever has just made something ready that a person waits for: it does not leave that to the next tick.

    It is done after the work, so a failure is no failure of the work: the next tick sees the same.
    """
    try:
        with transaction() as session:
            quota.lock(session)
            _grant(session, turns.in_flight(session))
    except AppError as error:
        log.warning("tick_failed", code=error.code)


def _grant(session: Session, in_flight: InFlight) -> None:
    """Call under `quota.lock`."""
    granted = turns.mark_queued(session, _choose(session, in_flight))
    cost = get_settings().tariff.messages_get
    quota.add_grants(session, ((one.user_id, one.batch_id, one.ids * cost) for one in granted))
    if granted:
        first = {one.batch_id for one in granted if one.priority is Priority.FRESH}
        after_commit(session, partial(queue.ring_batches, [one.batch_id for one in granted], first=first))


def requeue_stalled() -> None:
    """Sweep what no tick sees, then tick."""
    with transaction() as session:
        quota.end_forgotten(session, older_than_seconds=3.0 * get_settings().lease_seconds)
    dispatch()


def _choose(session: Session, in_flight: InFlight) -> list[Granted]:
    """The batches to grant now. A user whose minute is used up is put off until some of it comes free."""
    settings = get_settings()
    budget = Budget(settings.tariff, quota.open_books(session))
    room = _room(in_flight, settings.dispatch_in_flight)
    most = max(room.values())
    if most <= 0 or budget.books.day_stopped:
        return []
    found = ready.next_ready(session, _limits(budget, most))
    budget.waiting = {one.priority for one in found}
    cost = settings.tariff.messages_get
    turn = budget.books.day_units // (settings.emails_per_batch * cost)
    granted: list[Granted] = []
    busy = Counter({one.mailbox: one.at_work for one in found})
    for one in in_turn(found, turn):
        if len(granted) >= room[one.priority] or not budget.in_step(one.priority):
            continue
        if busy[one.mailbox] >= settings.dispatch_in_flight_per_user:
            continue  # another job of this mailbox may have been granted just now
        wanted = 1 if one.lost_leases >= SUSPECT_AFTER_LOST_LEASES else one.ids
        least = budget.least(wanted, settings.gmail_http_batch_size)
        left = budget.left_of_mailbox(one)
        if left < least * cost:
            if not one.listing:  # its listing would be put off as well
                _put_off(session, one, wanted * cost - left)
            continue
        ids = min(wanted, left // cost, budget.left_for_batches(one.priority) // cost)
        if ids < least:
            continue
        granted.append(one.granted(ids))
        busy[one.mailbox] += 1
        budget.spend(ids * cost, mailbox=one.mailbox)
    return granted


def _limits(budget: Budget, most: int) -> Limits:
    settings = get_settings()
    least = budget.least(settings.emails_per_batch, settings.gmail_http_batch_size)
    per_user, at_once = settings.dispatch_in_flight_per_user, mailboxes_at_once(settings.tariff)
    return Limits(most, per_user, at_once, while_listing=budget.units_while_listing(least))


def _room(now: InFlight, limit: int) -> Mapping[Priority, int]:
    """How many more may be queued, of this class and the others together. Who begins now finds a place also in a queue that is
    full; and the places that they all take are nobody else's, or more who begin than can be served would stop all others."""
    left, places = limit - now.running - now.queued, turns.queue_limit(now.running)
    others = min(left, places - (now.queued - now.fresh))
    return dict.fromkeys(Priority, others) | {Priority.FRESH: min(left, places + FRESH_PLACES - now.queued)}


def _put_off(session: Session, one: Ready, missing_units: int) -> None:
    turns.put_off(session, one.job_id, quota.seconds_until_free(session, one.user_id, missing_units))


def _seconds_until_free(session: Session, budget: Budget, user_id: uuid.UUID, of_user: int, units: int) -> float:
    """When it makes sense to ask again for units that were just refused."""
    missing = units - budget.left_of_user(of_user)
    if missing > 0:
        return quota.seconds_until_free(session, user_id, missing)
    if budget.left_of_day() < units:
        return endings.STOPPED_PROJECT_SECONDS
    return quota.seconds_until_start(session) or quota.seconds_until_free(session, None, units)


def _reclaim_expired(session: Session) -> None:
    """Batches whose worker died or was too slow go back to ready.

    After two lost leases a batch runs mail by mail; a mail that loses two more is taken to be what kills its worker.
    """
    for batch in batches.lock_expired(session, limit=SWEEP_LIMIT):
        log.warning("lease_expired", batch_id=str(batch.id), lost_leases=batch.lost_leases + 1)
        batch.lost_leases += 1
        after_commit(session, partial(metrics.lease_lost, "expired"))
        killer: list[outcomes.Settled] = []
        if batch.lost_leases >= CONVICTED_AFTER_LOST_LEASES:
            batch.lost_leases = SUSPECT_AFTER_LOST_LEASES
            killer = [outcomes.Settled(batch.pending_ids[0], Outcome.FAILED, "lost_lease")]
            outcomes.record(session, user_id=batch.user_id, batch_id=batch.id, settled=killer)
        endings.settle(session, batch, killer, stored_rows=0)


def _ring_silent(session: Session) -> None:
    """Within the time a dead worker's batch may take to go on: its message may have been lost before it was claimed."""
    silent = turns.take_silent(session, older_than_seconds=SILENT_SECONDS, limit=RING_LIMIT)
    if silent:
        metrics.rung_again("process_email_batch", len(silent))
        after_commit(session, partial(queue.ring_batches, silent))


def ring_listing(session: Session, job: EmailSyncJob) -> None:
    """When this is committed, for whoever lists the rest of it."""
    if job.kind == "incremental":
        after_commit(session, partial(queue.ring_incremental, job.user_id))
    else:
        begun = job.list_page_token is not None
        after_commit(session, partial(queue.ring_initial, job.user_id, job.months or 6, job.task_id or job.id, begun=begun))


def _ring_pages(session: Session, in_flight: InFlight, *, in_line: int) -> None:
    """A few of the listings that let others go before them: the first mails of a thousand mailboxes are wanted sooner than the
    last pages of any, and listing takes the cores from fetching."""
    most = turns.queue_limit(in_flight.running) // PLACES_A_LISTING
    for job in listings.take_set_aside(session, limit=max(0, most - in_line)):
        ring_listing(session, job)


def _ring_unlisted(session: Session) -> None:
    for job in listings.take_unlisted(session, silent_seconds=SILENT_SECONDS, limit=RING_LIMIT):
        metrics.rung_again("fetch_user_emails_incremental" if job.kind == "incremental" else "fetch_user_emails_initial")
        ring_listing(session, job)
