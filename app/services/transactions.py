"""The transactions of a user, page by page."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from app.db import transaction
from app.domain.category import Enrichment, Flow, flow
from app.domain.transaction import Direction, Moment, Transaction
from app.errors import NotFound
from app.models import TransactionRow
from app.models.transaction import YOURS
from app.services.pages import Page, decode_amount_cursor, decode_cursor, encode_cursor
from app.storage import transactions, users
from app.storage.transactions import Filter, Order

__all__ = [
    "YOURS",
    "Facts",
    "Filter",
    "Order",
    "StoredTransaction",
    "as_stored",
    "facts",
    "facts_of",
    "facts_told",
    "get",
    "page",
]


@dataclass(frozen=True, slots=True)
class StoredTransaction:
    """`occurred_at` is as precise as the mail was: a date, a local time, or a time with its offset."""

    id: uuid.UUID
    user_id: uuid.UUID
    message_id: str
    line: int
    amount: Decimal
    currency: str
    direction: str
    kind: str
    counterparty: str | None
    account_last4: str | None
    occurred_at: str | None
    reference: str | None
    received_at: datetime
    merchant: str | None
    category: str
    category_rule: str
    flow: Flow
    issuer: str | None
    format: str | None
    reader_version: int
    confidence: float


def page(
    user_id: uuid.UUID, wanted: Filter, *, cursor: str | None, limit: int, order: Order = Order.NEWEST
) -> Page[StoredTransaction]:
    """In this order. Raises NotFound (`user_not_found`) and BadRequest (`invalid_cursor`)."""
    before = decode_amount_cursor(cursor) if order.by_amount else decode_cursor(cursor)
    with transaction() as session:
        if users.get(session, user_id) is None:
            raise NotFound(f"no user {user_id}", code="user_not_found")
        rows = transactions.page(session, user_id, wanted, past=before, limit=limit + 1, order=order)
    shown = rows[:limit]
    more = encode_cursor(_key(shown[-1], order)) if len(rows) > limit else None
    return Page([as_stored(row) for row in shown], more)


def _key(row: TransactionRow, order: Order) -> tuple[datetime | Decimal, uuid.UUID]:
    return (row.amount if order.by_amount else row.received_at, row.id)


def get(transaction_id: uuid.UUID) -> StoredTransaction:
    """Raises NotFound (`transaction_not_found`)."""
    with transaction() as session:
        row = transactions.get(session, transaction_id)
    if row is None:
        raise NotFound(f"no transaction {transaction_id}", code="transaction_not_found")
    return as_stored(row)


def as_stored(row: TransactionRow) -> StoredTransaction:
    moment = Moment(row.occurred_on, row.occurred_time, row.occurred_offset_minutes) if row.occurred_on else None
    return StoredTransaction(
        id=row.id,
        user_id=row.user_id,
        message_id=row.message_id,
        line=row.line,
        amount=_plain(row.amount),
        currency=row.currency,
        direction=row.direction,
        kind=row.kind,
        counterparty=row.counterparty,
        account_last4=row.account_last4,
        occurred_at=moment.isoformat() if moment else None,
        reference=row.reference,
        received_at=row.received_at,
        merchant=row.merchant,
        category=row.category,
        category_rule=row.category_rule,
        flow=flow(Direction(row.direction), row.category),
        issuer=row.issuer,
        format=row.format,
        reader_version=row.reader_version,
        confidence=float(row.confidence),
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """What a row says of the money that moved."""

    amount: Decimal
    currency: str
    direction: str
    kind: str
    counterparty: str | None
    merchant: str | None
    category: str
    account_last4: str | None
    occurred_at: str | None
    reference: str | None


_SAME_NAME = ("currency", "direction", "kind", "counterparty", "merchant", "category", "account_last4", "reference")


def facts(row: Mapping[str, Any]) -> Facts:
    """Of a row by its columns."""
    on, at, offset = row["occurred_on"], row["occurred_time"], row["occurred_offset_minutes"]
    occurred = Moment(on, at, offset).isoformat() if on else None
    return Facts(_plain(row["amount"]), occurred_at=occurred, **{name: row[name] for name in _SAME_NAME})


def facts_of(stored: StoredTransaction) -> Facts:
    return Facts(stored.amount, occurred_at=stored.occurred_at, **{name: getattr(stored, name) for name in _SAME_NAME})


def facts_told(told: Transaction, meant: Enrichment) -> Facts:
    """Of a transaction that was read and is not stored."""
    return Facts(
        amount=_plain(told.amount),
        currency=told.currency,
        direction=str(told.direction),
        kind=str(told.kind),
        counterparty=told.counterparty,
        merchant=meant.merchant,
        category=meant.category,
        account_last4=told.account_last4,
        occurred_at=told.occurred.isoformat() if told.occurred else None,
        reference=told.reference,
    )


def _plain(amount: Decimal) -> Decimal:
    """Two decimals, or as many as there are: 450.00, 12.345."""
    short = amount.quantize(Decimal("0.01"))
    return short if short == amount else amount.normalize()
