"""Where the writers get their transactions."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.db import transaction
from app.services.transactions import StoredTransaction, as_stored
from app.storage import exports
from app.storage.exports import Account, Key, Span

PAGE = 1000


@dataclass(frozen=True, slots=True)
class Source:
    user_id: uuid.UUID
    span: Span

    def accounts(self) -> list[Account]:
        with transaction() as session:
            return exports.accounts(session, self.user_id, self.span)

    def transactions(self, account: Account | None = None) -> Iterator[StoredTransaction]:
        """Oldest mail first; nothing is open between two pages."""
        past: Key | None = None
        while True:
            with transaction() as session:
                rows = exports.page(session, self.user_id, self.span, past=past, limit=PAGE, account=account)
            yield from map(as_stored, rows)
            if len(rows) < PAGE:
                return
            past = rows[-1].received_at, rows[-1].id


def day_of(one: StoredTransaction) -> date:
    """The day it happened; when the mail does not say, the day (UTC) it came."""
    return date.fromisoformat(one.occurred_at[:10]) if one.occurred_at else one.received_at.date()


def one_line(text: str) -> str:
    """Without control characters, line ends among them."""
    return "".join(char if char.isprintable() else " " for char in text).strip()
