import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson
from sqlalchemy import and_, func, or_, select, tuple_
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ColumnElement

from app.domain.category import OWN_SLUGS, Enrichment, Flow
from app.domain.transaction import Direction, Transaction
from app.models import TransactionRow
from app.storage.bulk import as_json, insert_from_json


@dataclass(frozen=True, slots=True)
class NewTransaction:
    """A transaction as read from one line of one mail, with what read it."""

    message_id: str
    line: int
    received_at: datetime
    transaction: Transaction
    issuer: str | None
    format: str | None
    reader_version: int
    confidence: float
    enrichment: Enrichment


@dataclass(frozen=True, slots=True)
class Filter:
    """Which transactions a page shows; None is no condition. `since` and `until` are days (UTC) on which Gmail got the mail."""

    direction: str | None = None
    kind: str | None = None
    currency: str | None = None
    category: str | None = None
    merchant: str | None = None
    flow: Flow | None = None
    since: date | None = None
    until: date | None = None
    search: str | None = None


_NAMES = (
    "message_id", "line", "amount", "currency", "direction", "kind", "counterparty", "account_last4", "occurred_on",
    "occurred_time", "occurred_offset_minutes", "reference", "received_at", "issuer", "format", "reader_version", "confidence",
    "category", "category_rule", "merchant",
)  # fmt: skip
_INSERT = insert_from_json(
    TransactionRow,
    _NAMES,
    fixed=("user_id",),
    then="ON CONFLICT ON CONSTRAINT uq_transactions_message_id DO NOTHING RETURNING message_id",
)


def insert_new(session: Session, user_id: uuid.UUID, new: Sequence[NewTransaction]) -> list[str]:
    """Insert what is not there yet, in key order so that two writers cannot deadlock.

    Returns the message id of each row inserted, so a mail whose lines were all there does not appear.
    """
    if not new:
        return []
    rows = [_row(one) for one in sorted(new, key=lambda one: (one.message_id, one.line))]
    return list(session.scalars(_INSERT, {"user_id": user_id, "rows": as_json(rows)}))


def _row(new: NewTransaction) -> dict[str, object]:
    told = new.transaction
    moment = told.occurred
    return {
        "message_id": new.message_id,
        "line": new.line,
        "amount": str(told.amount),
        "currency": told.currency,
        "direction": told.direction,
        "kind": told.kind,
        "counterparty": told.counterparty,
        "account_last4": told.account_last4,
        "occurred_on": moment.on if moment else None,
        "occurred_time": moment.at if moment else None,
        "occurred_offset_minutes": moment.offset_minutes if moment else None,
        "reference": told.reference,
        "received_at": new.received_at,
        "issuer": new.issuer,
        "format": new.format,
        "reader_version": new.reader_version,
        "confidence": round(new.confidence, 3),
        "category": new.enrichment.category,
        "category_rule": new.enrichment.rule,
        "merchant": new.enrichment.merchant,
    }


def row_as_json(user_id: uuid.UUID, new: NewTransaction) -> dict[str, Any]:
    """The row as PostgreSQL would write it in JSON: money as a string of digits, times in ISO 8601."""
    row: dict[str, Any] = orjson.loads(as_json([_row(new)]))[0]
    return row | {"user_id": str(user_id)}


def page(
    session: Session, user_id: uuid.UUID, wanted: Filter, *, before: tuple[datetime, uuid.UUID] | None, limit: int
) -> list[TransactionRow]:
    """Newest first by (received_at, id), strictly after the key `before`."""
    key = tuple_(TransactionRow.received_at, TransactionRow.id)
    statement = select(TransactionRow).where(TransactionRow.user_id == user_id, *_conditions(wanted))
    if before is not None:
        statement = statement.where(key < before)
    return list(session.scalars(statement.order_by(TransactionRow.received_at.desc(), TransactionRow.id.desc()).limit(limit)))


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    for column, value in (
        (TransactionRow.direction, wanted.direction),
        (TransactionRow.kind, wanted.kind),
        (TransactionRow.currency, wanted.currency),
        (TransactionRow.merchant, wanted.merchant),
    ):
        if value is not None:
            conditions.append(column == value)
    if wanted.category is not None:
        below = TransactionRow.category.startswith(wanted.category + ".", autoescape=True)
        conditions.append(or_(TransactionRow.category == wanted.category, below))
    if wanted.flow is not None:
        conditions.append(_flows(wanted.flow))
    if wanted.since is not None:
        conditions.append(TransactionRow.received_at >= wanted.since)
    if wanted.until is not None:
        conditions.append(TransactionRow.received_at < func.make_interval(0, 0, 0, 1) + wanted.until)
    if wanted.search is not None:
        conditions.append(TransactionRow.counterparty.icontains(wanted.search, autoescape=True))
    return conditions


def _flows(wanted: Flow) -> ColumnElement[bool]:
    """`app.domain.category.flow` in SQL."""
    own = TransactionRow.category.in_(OWN_SLUGS)
    if wanted is Flow.OWN:
        return own
    if wanted is Flow.SPENDING:
        return and_(~own, TransactionRow.direction == Direction.DEBIT)
    refund = TransactionRow.category == "refunds"
    return and_(~own, TransactionRow.direction == Direction.CREDIT, refund if wanted is Flow.REFUND else ~refund)


def get(session: Session, transaction_id: uuid.UUID) -> TransactionRow | None:
    return session.get(TransactionRow, transaction_id)
