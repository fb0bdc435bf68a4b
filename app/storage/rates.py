"""How fast things go, read from the books of the last minute and the live jobs: what an estimate of the time left needs."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Uuid, cast, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from app.domain.priority import Priority
from app.models import EmailSyncJob, GmailConnection, QuotaGrant
from app.storage import turns
from app.storage.clock import after, now
from app.storage.quota import WINDOW_SECONDS, mailbox_of


@dataclass(frozen=True, slots=True)
class LiveJob:
    """A job in the dispatcher's round: mails left and done, when it was granted its last batch, its class, its mailbox, and how
    many transactions are stored of it."""

    left: int
    done: int
    granted_at: datetime | None
    priority: Priority
    mailbox: int
    transactions: int


@dataclass(slots=True)
class Traffic:
    """All users together: units that count now as (units, seconds since their end or None while at work), batches in flight,
    units of batches that ended and over how many seconds, how long a batch takes, whether batches wait for a worker, and the jobs
    that take turns."""

    spent: list[tuple[int, float | None]]
    in_flight: int
    ended_units: int
    ended_over_seconds: float
    batch_seconds: float | None
    workers_full: bool
    live: dict[uuid.UUID, LiveJob] = field(default_factory=dict)


@dataclass(slots=True)
class UserGrants:
    """Of one user's mailbox the grants that still count, as (units, seconds since the end or None while at work), and how long
    its batches took."""

    grants: list[tuple[int, float | None]] = field(default_factory=list)
    batch_seconds: float | None = None


# How finely the age of what was spent is told.
_BUCKET_SECONDS = 5

_age = func.extract("epoch", now() - QuotaGrant.ended_at)
_counts = (QuotaGrant.ended_at.is_(None)) | (QuotaGrant.ended_at > after(-WINDOW_SECONDS))
_lasted = func.extract("epoch", QuotaGrant.ended_at - QuotaGrant.granted_at)
_batch_ended = QuotaGrant.ended_at.is_not(None) & QuotaGrant.batch_id.is_not(None)


def traffic(session: Session) -> Traffic:
    row = session.execute(
        select(
            func.count().filter(QuotaGrant.ended_at.is_(None), QuotaGrant.batch_id.is_not(None)),
            func.coalesce(func.sum(QuotaGrant.units).filter(_batch_ended), 0),
            func.coalesce(func.max(_age).filter(_batch_ended), 0),
            func.avg(_lasted).filter(_batch_ended),
        ).where(_counts)
    ).one()
    bucket = func.floor(_age / _BUCKET_SECONDS)
    by_age = session.execute(select(bucket, func.sum(QuotaGrant.units)).where(_counts).group_by(bucket))
    at_work = turns.in_flight(session)
    return Traffic(
        spent=[(int(units), None if age is None else (float(age) + 0.5) * _BUCKET_SECONDS) for age, units in by_age],
        in_flight=row[0],
        ended_units=int(row[1]),
        ended_over_seconds=float(row[2]),
        batch_seconds=float(row[3]) if row[3] is not None else None,
        # Filled up at each tick, half of it is gone before the next.
        workers_full=2 * at_work.queued >= turns.queue_limit(at_work.running),
        live={row[0]: LiveJob(row[1], row[2], row[3], Priority(row[4]), row[5], row[6]) for row in session.execute(_LIVE_JOBS)},
    )


_LIVE_JOBS = (
    select(
        EmailSyncJob.id,
        EmailSyncJob.total_emails - EmailSyncJob.processed_emails,
        EmailSyncJob.processed_emails,
        EmailSyncJob.last_granted_at,
        EmailSyncJob.priority,
        mailbox_of(EmailSyncJob.user_id, GmailConnection.mailbox),
        EmailSyncJob.parsed_transactions,
    )
    .outerjoin(GmailConnection, GmailConnection.user_id == EmailSyncJob.user_id)
    .where(
        EmailSyncJob.status == "processing",
        EmailSyncJob.paused_at.is_(None),
        EmailSyncJob.total_emails > EmailSyncJob.processed_emails,
    )
)


def grants_of(session: Session, user_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, UserGrants]:
    """What counts of the mailbox of each of these users; all of them are in the answer."""
    found: dict[uuid.UUID, UserGrants] = {user_id: UserGrants() for user_id in user_ids}
    lasted: dict[uuid.UUID, list[float]] = defaultdict(list)
    asked = func.unnest(cast(list(user_ids), ARRAY(Uuid))).table_valued("user_id", name="asked").render_derived()
    statement = (
        select(asked.c.user_id, QuotaGrant.units, _age, _lasted, QuotaGrant.batch_id.is_not(None))
        .join_from(asked, QuotaGrant, QuotaGrant.mailbox == mailbox_of(asked.c.user_id))
        .where(_counts)
    )
    for user_id, units, ended_ago, seconds, is_batch in session.execute(statement):
        found[user_id].grants.append((units, ended_ago and float(ended_ago)))
        if is_batch and seconds is not None:
            lasted[user_id].append(float(seconds))
    for user_id, all_of_them in lasted.items():
        found[user_id].batch_seconds = sum(all_of_them) / len(all_of_them)
    return found
