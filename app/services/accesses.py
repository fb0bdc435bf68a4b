"""Who looked at whose data."""

import threading
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.config import get_settings
from app.db import transaction
from app.errors import NotFound
from app.services.pages import Page, decode_cursor, encode_cursor
from app.storage import accesses, users
from app.storage.accesses import NAMES, Access

__all__ = ["NAMES", "Access", "RecordedAccess", "forget_old", "page", "record"]

# A page that looks every second is one look a minute.
ONCE_IN_SECONDS = 60.0
_MOST_REMEMBERED = 10_000
_FORGET_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class RecordedAccess:
    actor: str
    key_id: uuid.UUID | None
    method: str
    route: str
    status: int
    request_id: str
    at: datetime


@dataclass(slots=True)
class _Lately:
    """The successful looks that this process wrote down within the last minute."""

    _seen: dict[tuple[object, ...], float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def holds(self, look: tuple[object, ...]) -> bool:
        with self._lock:
            return self._seen.get(look, float("-inf")) > time.monotonic() - ONCE_IN_SECONDS

    def add(self, look: tuple[object, ...]) -> None:
        with self._lock:
            if len(self._seen) >= _MOST_REMEMBERED:
                self._seen.clear()
            self._seen[look] = time.monotonic()


_lately = _Lately()


def record(access: Access, *, name: str, named: Sequence[uuid.UUID]) -> None:
    """Write it down, before it is answered. The same look by the same caller is written down once a minute; a change always."""
    look = (get_settings().database_url, access.actor, access.key_id, access.route, access.status)
    only_a_look = access.method in ("GET", "HEAD") and access.status < 400
    fresh = [one for one in named if not (only_a_look and _lately.holds((*look, one)))]
    if not fresh:
        return
    with transaction() as session:
        # Sorted: two who look at the same people at once take them in the same order.
        for one in sorted(fresh):
            accesses.add(session, access, name=name, named=one)
    for one in fresh if only_a_look else ():
        _lately.add((*look, one))


def page(user_id: uuid.UUID, *, cursor: str | None, limit: int) -> Page[RecordedAccess]:
    """Newest first. Raises NotFound (`user_not_found`) and BadRequest (`invalid_cursor`)."""
    before = decode_cursor(cursor)
    with transaction() as session:
        if users.get(session, user_id) is None:
            raise NotFound(f"no user {user_id}", code="user_not_found")
        rows = accesses.page(session, user_id, before=before, limit=limit + 1)
    shown = rows[:limit]
    more = encode_cursor((shown[-1].created_at, shown[-1].id)) if len(rows) > limit else None
    told = [
        RecordedAccess(one.actor, one.key_id, one.method, one.route, one.status, one.request_id, one.created_at) for one in shown
    ]
    return Page(told, more)


def forget_old() -> None:
    """What is older than ACCESS_RECORD_DAYS, some at a time."""
    with transaction() as session:
        accesses.forget_old(session, older_than_seconds=86_400.0 * get_settings().access_record_days, limit=_FORGET_AT_ONCE)
