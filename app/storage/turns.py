"""Whose batch comes next. Each query walks an index from its front and stops, so it costs what it finds, not what there is."""

import uuid
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Interval, ScalarSelect, Select, bindparam, case, func, literal, or_, select, text, true, union_all, update
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql.dml import ReturningUpdate
from sqlalchemy.sql.elements import ColumnElement

from app.domain.priority import Priority
from app.models import EmailSyncBatch, EmailSyncJob, GmailConnection, QuotaGrant
from app.storage.bulk import as_json
from app.storage.clock import after, now
from app.storage.quota import mailbox_of

# The newest batches of an import are what its person is waiting for.
FIRST_BATCHES = 3
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


@dataclass(frozen=True, slots=True)
class Ready:
    """A batch that is due, how many of its ids may be asked for, what its mailbox has spent in the last minute, by whomever, and
    how many batches it has in flight."""

    batch_id: uuid.UUID
    job_id: uuid.UUID
    user_id: uuid.UUID
    seq: int
    ids: int
    lost_leases: int
    priority: Priority
    mailbox: int
    user_units: int
    at_work: int

    def granted(self, ids: int) -> Granted:
        return Granted(self.batch_id, self.job_id, self.user_id, self.seq, ids, self.priority)


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


def next_ready(session: Session, *, limit: int, per_user: int) -> list[Ready]:
    """Of each priority up to `limit` batches that are due, one a job, newest mail first; jobs in turn.

    First come those of fresh jobs, the last to begin first.
    Mailboxes that have `per_user` batches in flight are passed over.
    """
    found = session.execute(_NEXT_READY, {"most": limit, "per_user": per_user})
    ready: dict[uuid.UUID, Ready] = {}
    for row in found.mappings():
        # A fresh job's is found among the interactive ones as well.
        ready.setdefault(row["batch_id"], Ready(**{**row, "priority": Priority(row["priority"])}))
    return list(ready.values())


def _count_of(status: str) -> ScalarSelect[int]:
    return select(func.count()).select_from(EmailSyncBatch).where(EmailSyncBatch.status == status).scalar_subquery()


def _ready(priority: Priority) -> Select[Any]:
    fresh = priority is Priority.FRESH
    batch = aliased(EmailSyncBatch)
    is_due = or_(batch.not_before.is_(None), batch.not_before <= now())
    due = (
        select(batch.id.label("batch_id"), batch.seq, func.cardinality(batch.pending_ids).label("ids"), batch.lost_leases)
        .where(batch.job_id == EmailSyncJob.id, batch.status == "ready", is_due)
        .order_by(batch.seq)
        .limit(1)
        .lateral()
    )
    mailbox = mailbox_of(EmailSyncJob.user_id, GmailConnection.mailbox)
    at_work = func.count().filter(QuotaGrant.ended_at.is_(None), QuotaGrant.batch_id.is_not(None))
    spent = (
        select(func.coalesce(func.sum(QuotaGrant.units), 0).label("units"), at_work.label("at_work"))
        .where(QuotaGrant.mailbox == mailbox)
        .lateral()
    )
    return (
        select(
            due.c.batch_id,
            EmailSyncJob.id.label("job_id"),
            EmailSyncJob.user_id,
            due.c.seq,
            due.c.ids,
            due.c.lost_leases,
            literal(int(priority)).label("priority"),
            mailbox.label("mailbox"),
            spent.c.units.label("user_units"),
            spent.c.at_work,
        )
        .select_from(EmailSyncJob)
        .join(due, true())
        .outerjoin(GmailConnection, GmailConnection.user_id == EmailSyncJob.user_id)
        .join(spent, true())
        .where(
            *_MAY_GO_ON,
            EmailSyncJob.priority == int(Priority.INTERACTIVE if fresh else priority),
            is_fresh() if fresh else true(),
            spent.c.at_work < bindparam("per_user"),
        )
        .order_by(*_BEGUN_LAST if fresh else _WAITED_LONGEST)
        .limit(bindparam("most"))
    )


_MAY_GO_ON = (
    EmailSyncJob.status == "processing",
    EmailSyncJob.paused_at.is_(None),
    or_(EmailSyncJob.resume_at.is_(None), EmailSyncJob.resume_at <= now()),
)
_WAITED_LONGEST = (EmailSyncJob.last_granted_at.asc().nulls_first(), EmailSyncJob.id)
_BEGUN_LAST = (EmailSyncJob.created_at.desc(), EmailSyncJob.id)
# Made once: to put them together costs more than to run them.
_FRESH = (
    select(func.count())
    .select_from(EmailSyncBatch)
    .join(EmailSyncJob, EmailSyncJob.id == EmailSyncBatch.job_id)
    .where(EmailSyncBatch.status == "queued", EmailSyncBatch.seq < FIRST_BATCHES, is_fresh())
)
_IN_FLIGHT = select(_count_of("queued"), _FRESH.scalar_subquery(), _count_of("running"))
_NEXT_READY = union_all(*(_ready(priority) for priority in Priority))
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
        select(EmailSyncJob.id).where(EmailSyncJob.id.in_(job_ids), *_MAY_GO_ON).with_for_update(skip_locked=True, key_share=True)
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
