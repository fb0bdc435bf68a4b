"""Whose batch comes next. Each query walks an index from its front and stops, so it costs what it finds, not what there is.

But for the one that asks who is behind: it adds up what all have left, of FEW_JOBS at the most.
"""

import uuid
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Float, Select, bindparam, func, literal, or_, select, true, union_all
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql.selectable import LateralFromClause

from app.domain.priority import Priority
from app.models import EmailSyncBatch, EmailSyncJob, GmailConnection, QuotaGrant
from app.storage.clock import now
from app.storage.quota import mailbox_of
from app.storage.turns import FIRST_BATCHES, MAY_GO_ON, Granted, is_fresh

# With so many jobs at work at the most it is asked which of them would be the last: with more the end is far.
FEW_JOBS = 2000


@dataclass(frozen=True, slots=True)
class Ready:
    """A batch that is due, how many of its ids may be asked for, what its mailbox has spent in the last minute, by whomever, and
    how many batches it has in flight; and whether its job is still being listed."""

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
    listing: bool = False

    def granted(self, ids: int) -> Granted:
        return Granted(self.batch_id, self.job_id, self.user_id, self.seq, ids, self.priority)


@dataclass(frozen=True, slots=True)
class Limits:
    """What is to be found: up to `most` batches of each class; none of a mailbox with `per_user` in flight.

    `at_once` is how many mailboxes that spend the whole of their minute spend the project's: without it nobody is behind. A job
    that is still listed is passed over when its mailbox has spent more than `while_listing`: to put it off would put off its
    listing.
    """

    most: int
    per_user: int
    at_once: float | None = None
    while_listing: int | None = None


def next_ready(session: Session, limits: Limits) -> list[Ready]:
    """Of each class batches that are due, one a job, newest mail first; jobs in turn.

    First come those of fresh jobs, the last to begin first. Last come those of imports that are behind, the most left first: they
    are found among the imports as well.
    """
    ready: dict[tuple[uuid.UUID, bool], Ready] = {}
    for row in session.execute(_NEXT_READY, asdict(limits)).mappings():
        priority = Priority(row["priority"])
        # A fresh job's is found among the interactive ones as well.
        ready.setdefault((row["batch_id"], priority is Priority.BEHIND), Ready(**{**row, "priority": priority}))
    return list(ready.values())


_WHILE_LISTING = bindparam("while_listing", type_=BigInteger)


def _ready(priority: Priority) -> Select[Any]:
    stored, chosen, order = _CLASSES.get(priority, (priority, true(), _WAITED_LONGEST))
    mailbox = mailbox_of(EmailSyncJob.user_id, GmailConnection.mailbox)
    due, spent = _first_due(priority), _spent_of(mailbox)
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
            EmailSyncJob.listed_at.is_(None).label("listing"),
        )
        .select_from(EmailSyncJob)
        .join(due, true())
        .outerjoin(GmailConnection, GmailConnection.user_id == EmailSyncJob.user_id)
        .join(spent, true())
        .where(
            *MAY_GO_ON,
            EmailSyncJob.priority == int(stored),
            chosen,
            spent.c.at_work < bindparam("per_user"),
            or_(EmailSyncJob.listed_at.is_not(None), _WHILE_LISTING.is_(None), spent.c.units <= _WHILE_LISTING),
        )
        .order_by(*order)
        .limit(bindparam("most"))
    )


def _first_due(priority: Priority) -> LateralFromClause:
    """Of each job the newest batch that may be granted now."""
    batch = aliased(EmailSyncBatch)
    first = batch.seq < FIRST_BATCHES if priority is Priority.FRESH else true()
    is_due = or_(batch.not_before.is_(None), batch.not_before <= now())
    return (
        select(batch.id.label("batch_id"), batch.seq, func.cardinality(batch.pending_ids).label("ids"), batch.lost_leases)
        .where(batch.job_id == EmailSyncJob.id, batch.status == "ready", is_due, first)
        .order_by(batch.seq)
        .limit(1)
        .lateral()
    )


def _spent_of(mailbox: ColumnElement[int]) -> LateralFromClause:
    at_work = func.count().filter(QuotaGrant.ended_at.is_(None), QuotaGrant.batch_id.is_not(None))
    return (
        select(func.coalesce(func.sum(QuotaGrant.units), 0).label("units"), at_work.label("at_work"))
        .where(QuotaGrant.mailbox == mailbox)
        .lateral()
    )


def _behind() -> Select[uuid.UUID]:
    """Jobs that would go on alone after all others: their own minutes take longer than the project's for what all have left.
    There are never more of them than go at once."""
    at_once = bindparam("at_once", type_=Float)
    live = (EmailSyncJob.status == "processing", EmailSyncJob.paused_at.is_(None), at_once.is_not(None))
    few = select(EmailSyncJob.id, _LEFT.label("mails")).where(*live).limit(FEW_JOBS + 1).subquery()
    all_mails, jobs = func.sum(few.c.mails).over(), func.count().over()
    weighed = select(few.c.id, few.c.mails, all_mails.label("all_mails"), jobs.label("jobs")).subquery()
    last = weighed.c.mails * at_once >= weighed.c.all_mails
    return select(weighed.c.id).where(weighed.c.mails > 0, last, weighed.c.jobs <= FEW_JOBS)


_LEFT = EmailSyncJob.total_emails - EmailSyncJob.processed_emails
_WAITED_LONGEST = (EmailSyncJob.last_granted_at.asc().nulls_first(), EmailSyncJob.id)
_BEGUN_LAST = (EmailSyncJob.created_at.desc(), EmailSyncJob.id)
_MOST_LEFT = (_LEFT.desc(), *_WAITED_LONGEST)
# Of the classes that are no job's for good: the stored one, who of it, and in which order.
_CLASSES = {
    Priority.FRESH: (Priority.INTERACTIVE, is_fresh(), _BEGUN_LAST),
    Priority.BEHIND: (Priority.IMPORT, EmailSyncJob.id.in_(_behind()), _MOST_LEFT),
}
# Made once: to put it together costs more than to run it.
_NEXT_READY = union_all(*(_ready(priority) for priority in Priority))
