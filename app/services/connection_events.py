"""What happened to connections, for people and for backends that ask instead of being told."""

import uuid
from collections.abc import Sequence

from app.db import transaction
from app.errors import BadRequest, NotFound
from app.models import ConnectionEvent
from app.services.pages import Page
from app.storage import connection_events, users

# Numbers are given out before the commit, so a higher one may be seen before a lower one, whose transaction takes longer: what
# is younger than the longest of them is held back. Of one user that cannot be, for each is written under their connection's lock.
SETTLED_AFTER_SECONDS = 60.0
_LONGEST_ID = 18  # digits


def after(after_id: int, *, limit: int) -> Sequence[ConnectionEvent]:
    """Everybody's, oldest first."""
    with transaction() as session:
        return connection_events.after(session, after_id, older_than_seconds=SETTLED_AFTER_SECONDS, limit=limit)


def of_user(user_id: uuid.UUID, *, cursor: str | None, limit: int) -> Page[ConnectionEvent]:
    """What happened to the connection, newest first. Raises NotFound (`user_not_found`) and BadRequest (`invalid_cursor`)."""
    if cursor is not None and not (cursor.isascii() and cursor.isdecimal() and len(cursor) <= _LONGEST_ID):
        raise BadRequest("cursor: not one that this endpoint gave out", code="invalid_cursor")
    with transaction() as session:
        if users.get(session, user_id) is None:
            raise NotFound(f"no user {user_id}", code="user_not_found")
        before = int(cursor) if cursor is not None else None
        rows = connection_events.of_user(session, user_id, before=before, limit=limit + 1)
    shown = rows[:limit]
    return Page(shown, str(shown[-1].id) if len(rows) > limit else None)
