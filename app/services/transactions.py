"""The transactions of a user, page by page."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from app.db import transaction
from app.domain.transaction import Moment
from app.errors import NotFound
from app.models import TransactionRow
from app.services.pages import Page, decode_cursor, encode_cursor
from app.storage import transactions, users
from app.storage.transactions import Filter

__all__ = ["Filter", "StoredTransaction", "as_stored", "get", "page"]


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
    category: str
    issuer: str | None
    format: str | None
    confidence: float


def page(user_id: uuid.UUID, wanted: Filter, *, cursor: str | None, limit: int) -> Page[StoredTransaction]:
    """Newest mail first. Raises NotFound (`user_not_found`) and BadRequest (`invalid_cursor`)."""
    before = decode_cursor(cursor)
    with transaction() as session:
        if users.get(session, user_id) is None:
            raise NotFound(f"no user {user_id}", code="user_not_found")
        rows = transactions.page(session, user_id, wanted, before=before, limit=limit + 1)
    shown = rows[:limit]
    more = encode_cursor((shown[-1].received_at, shown[-1].id)) if len(rows) > limit else None
    return Page([as_stored(row) for row in shown], more)


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
        category=row.category,
        issuer=row.issuer,
        format=row.format,
        confidence=float(row.confidence),
    )


def _plain(amount: Decimal) -> Decimal:
    """Two decimals, or as many as there are: 450.00, 12.345."""
    short = amount.quantize(Decimal("0.01"))
    return short if short == amount else amount.normalize()
