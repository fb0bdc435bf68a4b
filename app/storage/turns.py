"""Who has had a turn, and what is in flight. Which batches may have the next one is found in ready.py."""

import uuid
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import (
    Interval,
    ScalarSelect,
    Select,
    bindparam,
    case,
    func,
    null,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningUpdate
from sqlalchemy.sql.elements import ColumnElement

from app.domain.priority import Priority
from app.models import EmailSyncBatch, EmailSyncJob
from app.storage.bulk import as_json
from app.storage.clock import after, now

# The newest batches of an import are what its person is waiting for.
FIRST_BATCHES = 3
# Whose first hundred transactions are not among these goes on before imports until they are: in the second minute of the mailbox
# too, which begins a minute after the first batch, but for no longer, and not with more batches.
FIRST_TRANSACTIONS = 100
FIRST_SECONDS = 90.0
MOST_FIRST_BATCHES = 6
# And for so long that person looks on. When a thousand begin at once, this is what the one who comes later is told apart by.
FRESH_SECONDS = 30.0
# Batches waiting for a worker, at the least. A tick a quarter of a second apart fills it up again.
SHORTEST_QUEUE = 8


@dataclass(frozen=True, slots=True)
class Granted:
    """A batch that may be worked on now, and how many of its ids."""

    batch_id: uuid.UUID
    job_id: uuid.UUID
    user_id: uuid.UUID
    seq: int
    ids: int
    priority: Priority


def queue_limit(running: int) -> int:
    """How many batches may be queued: enough to keep all workers busy until the next tick, and no more, for a granted batch that
    waits in line holds quota which nobody can use. How many are running says how many workers there are."""
    return max(SHORTEST_QUEUE, running // 4)


@dataclass(frozen=True, slots=True)
class InFlight:
    """How many batches are queued, and of these how many first ones of who has just begun; and how many are running."""

    queued: int
    fresh: int
    running: int


def in_flight(session: Session) -> InFlight:
    return InFlight(*session.execute(_IN_FLIGHT).one())


def is_fresh() -> ColumnElement[bool]:
    """Has the person begun an import just now? A look at a mailbox is as young, and nobody waits before it."""
    return (EmailSyncJob.kind == "initial") & (EmailSyncJob.created_at > now() - timedelta(seconds=FRESH_SECONDS))


def go_on_first(job: EmailSyncJob, seq: int) -> None:
    """The batch `seq` of a locked job is settled. Has its person not enough to look at? Then the next is a first one as well,
    before those of others: it is the second minute of the mailbox."""
    waits = job.kind == "initial" and job.parsed_transactions < FIRST_TRANSACTIONS
    if waits and FIRST_BATCHES - 1 <= seq < MOST_FIRST_BATCHES - 1:
        begun_lately = EmailSyncJob.created_at > now() - timedelta(seconds=FIRST_SECONDS)
        job.priority = case((begun_lately, int(Priority.INTERACTIVE)), else_=EmailSyncJob.priority)
        job.last_granted_at = case((begun_lately, null()), else_=EmailSyncJob.last_granted_at)


def _count_of(status: str) -> ScalarSelect[int]:
    return select(func.count()).select_from(EmailSyncBatch).where(EmailSyncBatch.status == status).scalar_subquery()


MAY_GO_ON = (
    EmailSyncJob.status == "processing",
    EmailSyncJob.paused_at.is_(None),
    or_(EmailSyncJob.resume_at.is_(None), EmailSyncJob.resume_at <= now()),
)
# Made once: to put them together costs more than to run them.
_FRESH = (
    select(func.count())
    .select_from(EmailSyncBatch)
    .join(EmailSyncJob, EmailSyncJob.id == EmailSyncBatch.job_id)
    .where(EmailSyncBatch.status == "queued", EmailSyncBatch.seq < FIRST_BATCHES, is_fresh())
)
_IN_FLIGHT = select(_count_of("queued"), _FRESH.scalar_subquery(), _count_of("running"))
_QUEUE = text(
    "UPDATE email_sync_batches batch SET status = 'queued', rung_at = clock_timestamp(), granted_ids = granted.ids"
    " FROM json_to_recordset(:rows) AS granted(batch_id uuid, ids smallint)"
    " WHERE batch.id = granted.batch_id AND batch.status = 'ready'"
)


def mark_queued(session: Session, chosen: Sequence[Granted]) -> list[Granted]:
    """Queue what was chosen and return it, less the batches of jobs that failed or were put off since, seen under their lock, and
    of those that somebody else holds."""
    if not chosen:
        return []
    live = set(session.scalars(_take_turn(chosen)))
    granted = [one for one in chosen if one.job_id in live]
    session.execute(_QUEUE, {"rows": as_json(granted)})
    return granted


def _take_turn(chosen: Sequence[Granted]) -> ReturningUpdate[uuid.UUID]:
    past_the_first = [one.job_id for one in chosen if one.seq >= FIRST_BATCHES - 1]
    leaves = (EmailSyncJob.priority == int(Priority.INTERACTIVE)) & EmailSyncJob.id.in_(past_the_first)
    return (
        update(EmailSyncJob)
        .where(EmailSyncJob.id.in_(_free_of({one.job_id for one in chosen})))
        .values(
            last_granted_at=now(),
            waiting_quota=False,
            resume_at=None,
            priority=case((leaves, int(Priority.IMPORT)), else_=EmailSyncJob.priority),
        )
        .returning(EmailSyncJob.id)
        .execution_options(synchronize_session=False)
    )


def put_off(session: Session, job_id: uuid.UUID, seconds: float) -> None:
    """A job whose mailbox has used up its minute has no turn before `seconds` from now."""
    session.execute(
        update(EmailSyncJob)
        .where(EmailSyncJob.id.in_(_free_of({job_id})))
        .values(resume_at=after(seconds), waiting_quota=True, updated_at=now())
        .execution_options(synchronize_session=False)
    )


def _free_of(job_ids: Set[uuid.UUID]) -> Select[uuid.UUID]:
    """Those that may still go on, locked; what somebody else has locked is for the next tick. One row that is held for long must
    not hold up everybody, and who waits for nobody is in no deadlock, in whatever order others lock."""
    return (
        select(EmailSyncJob.id).where(EmailSyncJob.id.in_(job_ids), *MAY_GO_ON).with_for_update(skip_locked=True, key_share=True)
    )


def take_silent(session: Session, *, older_than_seconds: float, limit: int) -> list[uuid.UUID]:
    """Queued batches whose doorbell nobody answered; marked as rung now."""
    return list(session.scalars(_TAKE_SILENT, {"age": timedelta(seconds=older_than_seconds), "most": limit}))


_SILENT = (
    select(EmailSyncBatch.id)
    .where(EmailSyncBatch.status == "queued", EmailSyncBatch.rung_at < now() - bindparam("age", type_=Interval))
    .order_by(EmailSyncBatch.rung_at)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_TAKE_SILENT = (
    update(EmailSyncBatch).where(EmailSyncBatch.id.in_(_SILENT)).values(rung_at=now()).returning(EmailSyncBatch.id)
).execution_options(synchronize_session=False)
