import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ARRAY, String, and_, any_, func, literal, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import Session

from app.domain.outcome import Outcome
from app.models import EmailOutcome, EmailSyncBatch, EmailSyncJob, GmailConnection
from app.storage.bulk import as_json, insert_from_json

# The reason of a mail put aside by an import because it is older than that import's window.
OUTSIDE_WINDOW = "outside_window"
# Not the last word: a later job may try again, and may replace the outcome.
_OPEN = or_(EmailOutcome.outcome == Outcome.FAILED, EmailOutcome.reason == OUTSIDE_WINDOW)

# The mail is in another mailbox than the one that is connected now.
_ELSEWHERE = (
    select(EmailSyncBatch.id)
    .join(EmailSyncJob, EmailSyncJob.id == EmailSyncBatch.job_id)
    .join(GmailConnection, GmailConnection.user_id == EmailSyncJob.user_id)
    .where(EmailSyncBatch.id == EmailOutcome.batch_id, EmailSyncJob.mailbox != GmailConnection.mailbox)
    .exists()
)


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of one id."""

    message_id: str
    outcome: Outcome
    reason: str | None = None
    issuer: str | None = None
    reader_version: int | None = None
    sender_domain: str | None = None


def settled_ids(session: Session, user_id: uuid.UUID, ids: Sequence[str]) -> set[str]:
    """Those of `ids` that have an outcome for good: what failed, or was outside an earlier job's window, is tried again."""
    asked = EmailOutcome.message_id == any_(literal(list(ids), ARRAY(String)))
    statement = select(EmailOutcome.message_id).where(EmailOutcome.user_id == user_id, asked, _OPEN.is_not(True))
    return set(session.scalars(statement))


def recorded_ids(session: Session, user_id: uuid.UUID, ids: Sequence[str]) -> set[str]:
    """Those of `ids` of which anything is known, be it that they failed."""
    statement = select(EmailOutcome.message_id).where(EmailOutcome.user_id == user_id, EmailOutcome.message_id.in_(ids))
    return set(session.scalars(statement))


def is_elsewhere(session: Session, user_id: uuid.UUID, message_id: str) -> bool:
    """Is it a mail of a mailbox that was connected before this one? False when nobody knows any more."""
    found = select(EmailOutcome.message_id).where(EmailOutcome.user_id == user_id, EmailOutcome.message_id == message_id)
    return session.scalar(found.where(_ELSEWHERE)) is not None


@dataclass(frozen=True, slots=True)
class Unread:
    """Mails of one job that ended alike; the newest of their ids."""

    outcome: str
    reason: str | None
    count: int
    message_ids: Sequence[str]


def unread(session: Session, job_id: uuid.UUID, *, most: int) -> list[Unread]:
    """What could not be read or fetched in this job, by outcome and reason, the most frequent first."""
    ids = func.array_agg(aggregate_order_by(EmailOutcome.message_id, EmailOutcome.message_id.desc()))
    found = session.execute(
        select(EmailOutcome.outcome, EmailOutcome.reason, func.count(), ids)
        .join(EmailSyncBatch, EmailSyncBatch.id == EmailOutcome.batch_id)
        .where(EmailSyncBatch.job_id == job_id, EmailOutcome.outcome.in_((Outcome.FAILED, Outcome.UNPARSED)))
        .group_by(EmailOutcome.outcome, EmailOutcome.reason)
        .order_by(func.count().desc(), EmailOutcome.outcome, EmailOutcome.reason)
    )
    return [Unread(outcome, reason, count, named[:most]) for outcome, reason, count, named in found]


def failed_ids(session: Session, job_id: uuid.UUID) -> list[str]:
    """The ids of this job that could not be fetched or handled, newest first. Gmail's ids grow with time."""
    statement = (
        select(EmailOutcome.message_id)
        .join(EmailSyncBatch, EmailSyncBatch.id == EmailOutcome.batch_id)
        .where(EmailSyncBatch.job_id == job_id, EmailOutcome.outcome == Outcome.FAILED)
    )
    return list(session.scalars(statement.order_by(EmailOutcome.message_id.desc())))


def rereadable_ids(session: Session, user_id: uuid.UUID, version: int, *, unparsed_only: bool) -> list[str]:
    """Ids a newer reader may read otherwise, newest first (Gmail's ids grow): unparsed ones, and what an older reader settled.

    Failed ids are not among them: the next import tries those. Nor is mail from outside an import's window, or of the mailbox
    that was connected before this one.
    """
    unparsed = EmailOutcome.outcome == Outcome.UNPARSED
    older = and_(
        EmailOutcome.outcome.in_((Outcome.STORED, Outcome.DUPLICATE, Outcome.NOTICE)), EmailOutcome.reader_version < version
    )
    statement = select(EmailOutcome.message_id).where(
        EmailOutcome.user_id == user_id, unparsed if unparsed_only else unparsed | older, ~_ELSEWHERE
    )
    return list(session.scalars(statement.order_by(EmailOutcome.message_id.desc())))


_RECORD = insert_from_json(
    EmailOutcome,
    ("message_id", "outcome", "reason", "issuer", "reader_version", "sender_domain"),
    fixed=("user_id", "batch_id"),
    then="ON CONFLICT (user_id, message_id) DO UPDATE SET batch_id = excluded.batch_id, outcome = excluded.outcome,"
    " reason = excluded.reason, issuer = excluded.issuer, reader_version = excluded.reader_version,"
    " sender_domain = excluded.sender_domain,"
    " settled_at = clock_timestamp()"
    f" WHERE email_outcomes.outcome = '{Outcome.FAILED}' OR email_outcomes.reason = '{OUTSIDE_WINDOW}'",
)


def record(session: Session, *, user_id: uuid.UUID, batch_id: uuid.UUID, settled: Sequence[Settled]) -> None:
    """Insert the outcomes, in key order so that two writers cannot deadlock; only one that is open may be replaced."""
    if settled:
        rows = sorted(settled, key=lambda one: one.message_id)
        session.execute(_RECORD, {"user_id": user_id, "batch_id": batch_id, "rows": as_json(rows)})
