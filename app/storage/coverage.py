"""How well each sender's mail is read: counts over the outcomes, by issuer and sender's domain."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ColumnElement

from app.domain.outcome import Outcome
from app.models import EmailOutcome, GmailConnection


@dataclass(frozen=True, slots=True)
class Sender:
    """Mails about money of one sender: `read` into transactions, `unparsed`, or a `notice`."""

    issuer: str | None
    sender_domain: str | None
    read: int
    unparsed: int
    notices: int
    last_seen: datetime


@dataclass(frozen=True, slots=True)
class Unparsed:
    """A heap of mails that look like payments and could not be read for the same reason."""

    issuer: str | None
    sender_domain: str | None
    reason: str | None
    mails: int
    users: int
    last_seen: datetime


def totals(session: Session, user_id: uuid.UUID | None) -> dict[str, int]:
    """Mails by outcome."""
    statement = select(EmailOutcome.outcome, func.count()).where(*_of(user_id)).group_by(EmailOutcome.outcome)
    return {row[0]: row[1] for row in session.execute(statement)}


def senders(session: Session, user_id: uuid.UUID | None, limit: int) -> list[Sender]:
    """Those with the most mail first."""
    key = (EmailOutcome.issuer, EmailOutcome.sender_domain)
    known = EmailOutcome.issuer.is_not(None) | EmailOutcome.sender_domain.is_not(None)
    read = _count(Outcome.STORED, Outcome.DUPLICATE)
    statement = select(*key, read, _count(Outcome.UNPARSED), _count(Outcome.NOTICE), func.max(EmailOutcome.settled_at))
    statement = statement.where(known, *_of(user_id)).group_by(*key).order_by(func.count().desc(), *key).limit(limit)
    return [Sender(*row) for row in session.execute(statement)]


def _count(*outcomes: Outcome) -> ColumnElement[int]:
    return func.count().filter(EmailOutcome.outcome.in_(outcomes))


def unparsed(session: Session, user_id: uuid.UUID | None, limit: int) -> list[Unparsed]:
    """The largest heap first."""
    key = (EmailOutcome.issuer, EmailOutcome.sender_domain, EmailOutcome.reason)
    users = func.count(EmailOutcome.user_id.distinct())
    statement = select(*key, func.count(), users, func.max(EmailOutcome.settled_at)).group_by(*key)
    statement = statement.where(EmailOutcome.outcome == Outcome.UNPARSED, *_of(user_id))
    return [Unparsed(*row) for row in session.execute(statement.order_by(func.count().desc(), *key).limit(limit))]


def newest_unparsed(
    session: Session, *, user_id: uuid.UUID | None, issuer: str | None, sender_domain: str | None
) -> tuple[uuid.UUID, str] | None:
    """User and message id of an unparsed mail that can be fetched: its owner's mailbox is connected."""
    statement = (
        select(EmailOutcome.user_id, EmailOutcome.message_id)
        .join(GmailConnection, GmailConnection.user_id == EmailOutcome.user_id)
        .where(EmailOutcome.outcome == Outcome.UNPARSED, GmailConnection.state == "active", *_of(user_id))
        .order_by(EmailOutcome.settled_at.desc(), EmailOutcome.message_id.desc())
        .limit(1)
    )
    for column, value in ((EmailOutcome.issuer, issuer), (EmailOutcome.sender_domain, sender_domain)):
        if value is not None:
            statement = statement.where(column == value)
    row = session.execute(statement).one_or_none()
    return (row.user_id, row.message_id) if row else None


def _of(user_id: uuid.UUID | None) -> list[ColumnElement[bool]]:
    return [] if user_id is None else [EmailOutcome.user_id == user_id]
