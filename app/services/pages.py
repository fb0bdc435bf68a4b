"""Keyset pages: a cursor is the sort key of the last row shown, so a page costs the same however deep it lies."""

import base64
import binascii
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Generic, TypeVar

from app.errors import BadRequest

Item = TypeVar("Item")
Place = TypeVar("Place", datetime, Decimal)
Key = tuple[datetime, uuid.UUID]
_MOST = Decimal(10) ** 16


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """`next_cursor` is None on the last page."""

    items: Sequence[Item]
    next_cursor: str | None


def encode_cursor(key: tuple[datetime | Decimal, uuid.UUID]) -> str:
    place, row_id = key
    told = place.isoformat() if isinstance(place, datetime) else str(place)
    return base64.urlsafe_b64encode(f"{told}|{row_id}".encode()).decode().rstrip("=")


def decode_cursor(cursor: str | None) -> Key | None:
    """Raises BadRequest (`invalid_cursor`) for a cursor that is not ours."""
    return None if cursor is None else _decode(cursor, _moment)


def decode_amount_cursor(cursor: str | None) -> tuple[Decimal, uuid.UUID] | None:
    """The same of a list that is ordered by amount."""
    return None if cursor is None else _decode(cursor, _amount)


def _decode(cursor: str, place_of: Callable[[str], Place]) -> tuple[Place, uuid.UUID]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        place, _, row_id = base64.b64decode(padded, altchars=b"-_", validate=True).decode().partition("|")
        return place_of(place), uuid.UUID(row_id)
    except (ValueError, ArithmeticError, binascii.Error):
        raise BadRequest("cursor: not one that this endpoint gave out", code="invalid_cursor") from None


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment has a zone")
    return moment


def _amount(text: str) -> Decimal:
    amount = Decimal(text)
    if not amount.is_finite() or abs(amount) >= _MOST:
        raise ValueError("no amount of ours")
    return amount
