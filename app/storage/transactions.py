import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import orjson
from sqlalchemy import Boolean, Date, and_, cast, func, literal, literal_column, or_, select, tuple_
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ColumnElement

from app.domain.category import OWN_SLUGS, Enrichment, Flow
from app.domain.transaction import Direction, Transaction
from app.models import TransactionRow
from app.models.transaction import DAY_UTC, DOUBTFUL
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
    day_from: date | None = None
    day_until: date | None = None
    zone: str = "UTC"
    account_last4: str | None = None
    doubtful: bool = False


class Order(StrEnum):
    NEWEST = "newest"
    OLDEST = "oldest"
    LARGEST = "largest"
    SMALLEST = "smallest"

    @property
    def by_amount(self) -> bool:
        return self in (Order.LARGEST, Order.SMALLEST)

    @property
    def downwards(self) -> bool:
        return self in (Order.NEWEST, Order.LARGEST)


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
    session: Session,
    user_id: uuid.UUID,
    wanted: Filter,
    *,
    past: tuple[datetime | Decimal, uuid.UUID] | None,
    limit: int,
    order: Order = Order.NEWEST,
) -> list[TransactionRow]:
    """By (received_at, id) or (amount, id), strictly past the key."""
    columns = (TransactionRow.amount if order.by_amount else TransactionRow.received_at, TransactionRow.id)
    statement = select(TransactionRow).where(TransactionRow.user_id == user_id, *_conditions(wanted))
    if past is not None:
        statement = statement.where(tuple_(*columns) < past if order.downwards else tuple_(*columns) > past)
    ordered = (column.desc() if order.downwards else column.asc() for column in columns)
    return list(session.scalars(statement.order_by(*ordered).limit(limit)))


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    for column, value in (
        (TransactionRow.direction, wanted.direction),
        (TransactionRow.kind, wanted.kind),
        (TransactionRow.currency, wanted.currency),
        (TransactionRow.merchant, wanted.merchant),
        (TransactionRow.account_last4, wanted.account_last4),
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
    if wanted.doubtful:
        conditions.append(literal_column(DOUBTFUL, Boolean))
    return conditions + _days(wanted)


def _days(wanted: Filter) -> list[ColumnElement[bool]]:
    """The days on which it happened; as in storage/insights.py, so that a list holds what its sum is of."""
    day: ColumnElement[date] = func.coalesce(
        TransactionRow.occurred_on, cast(func.timezone(wanted.zone, TransactionRow.received_at), Date)
    )
    near: ColumnElement[date] = literal_column(DAY_UTC, Date)
    conditions: list[ColumnElement[bool]] = []
    if wanted.day_from is not None:
        conditions += [day >= wanted.day_from, near >= literal(wanted.day_from) - 1]
    if wanted.day_until is not None:
        conditions += [day <= wanted.day_until, near <= literal(wanted.day_until) + 1]
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
