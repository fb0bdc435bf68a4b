"""A user's transactions from the oldest to the newest, some at a time."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ColumnElement

from app.models import TransactionRow

Key = tuple[datetime, uuid.UUID]


@dataclass(frozen=True, slots=True)
class Account:
    """Where money moved, as far as the mails tell."""

    issuer: str | None
    account_last4: str | None
    currency: str


@dataclass(frozen=True, slots=True)
class Span:
    """Days (UTC) on which Gmail got the mail; None is no limit."""

    since: date | None = None
    until: date | None = None


def page(
    session: Session, user_id: uuid.UUID, span: Span, *, past: Key | None, limit: int, account: Account | None = None
) -> Sequence[TransactionRow]:
    """Oldest first by (received_at, id), strictly past the key; of one account or of all."""
    statement = select(TransactionRow).where(*_conditions(user_id, span))
    if account is not None:
        statement = statement.where(
            TransactionRow.issuer.is_not_distinct_from(account.issuer),
            TransactionRow.account_last4.is_not_distinct_from(account.account_last4),
            TransactionRow.currency == account.currency,
        )
    if past is not None:
        statement = statement.where(tuple_(TransactionRow.received_at, TransactionRow.id) > past)
    return session.scalars(statement.order_by(TransactionRow.received_at, TransactionRow.id).limit(limit)).all()


def accounts(session: Session, user_id: uuid.UUID, span: Span) -> list[Account]:
    """Every account and currency there is, in a fixed order."""
    columns = (TransactionRow.issuer, TransactionRow.account_last4, TransactionRow.currency)
    found = session.execute(select(*columns).where(*_conditions(user_id, span)).distinct().order_by(*columns))
    return [Account(*row) for row in found]


def _conditions(user_id: uuid.UUID, span: Span) -> list[ColumnElement[bool]]:
    conditions = [TransactionRow.user_id == user_id]
    if span.since is not None:
        conditions.append(TransactionRow.received_at >= span.since)
    if span.until is not None:
        conditions.append(TransactionRow.received_at < func.make_interval(0, 0, 0, 1) + span.until)
    return conditions
