"""All transactions of a user as a file, written while it is read from the database: memory does not grow with it.

Amounts are decimals. Currencies are never added up: each format keeps them apart, or names one beside each amount.
"""

import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from app.db import transaction
from app.errors import NotFound
from app.services.exports import beancount, json_file, ofx, tables
from app.services.exports.source import Source
from app.storage import users
from app.storage.exports import Span

__all__ = ["FORMATS", "Export", "Span", "export"]


@dataclass(frozen=True, slots=True)
class _Format:
    media_type: str
    suffix: str
    write: Callable[[Source], Iterator[str]]


FORMATS: Mapping[str, _Format] = {
    "csv": _Format("text/csv; charset=utf-8", "csv", tables.plain),
    "json": _Format("application/json", "json", json_file.write),
    "ofx": _Format("application/x-ofx", "ofx", ofx.write),
    "beancount": _Format("text/plain; charset=utf-8", "beancount", beancount.write),
    "firefly": _Format("text/csv; charset=utf-8", "firefly.csv", tables.firefly),
}


@dataclass(frozen=True, slots=True)
class Export:
    """`pieces` reads as it is consumed, a short transaction a page."""

    media_type: str
    file_name: str
    pieces: Iterator[str]


def export(user_id: uuid.UUID, format_name: str, span: Span) -> Export:
    """Raises NotFound (`user_not_found`) before the first piece."""
    with transaction() as session:
        if users.get(session, user_id) is None:
            raise NotFound(f"no user {user_id}", code="user_not_found")
    wanted = FORMATS[format_name]
    return Export(wanted.media_type, f"transactions.{wanted.suffix}", partial(wanted.write, Source(user_id, span))())
