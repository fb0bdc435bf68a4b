"""Keyset pages: a cursor is the sort key of the last row shown, so a page costs the same however deep it lies."""

import base64
import binascii
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from app.errors import BadRequest

Item = TypeVar("Item")
Key = tuple[datetime, uuid.UUID]


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """`next_cursor` is None on the last page."""

    items: Sequence[Item]
    next_cursor: str | None


def encode_cursor(key: Key) -> str:
    moment, row_id = key
    return base64.urlsafe_b64encode(f"{moment.isoformat()}|{row_id}".encode()).decode().rstrip("=")


def decode_cursor(cursor: str | None) -> Key | None:
    """Raises BadRequest (`invalid_cursor`) for a cursor that is not ours."""
    if cursor is None:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        moment, _, row_id = base64.b64decode(padded, altchars=b"-_", validate=True).decode().partition("|")
        key = datetime.fromisoformat(moment), uuid.UUID(row_id)
    except (ValueError, binascii.Error):
        raise BadRequest("cursor: not one that this endpoint gave out", code="invalid_cursor") from None
    if key[0].tzinfo is None:
        raise BadRequest("cursor: not one that this endpoint gave out", code="invalid_cursor")
    return key
