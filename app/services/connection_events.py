"""What happened to connections, for backends that ask instead of being told."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.db import transaction
from app.errors import NotFound
from app.storage import connection_events, users

# Numbers are given out before the commit: a higher one may be seen before a lower one, whose transaction takes longer. Of one
# user that cannot be, for each event is written under their connection's lock; among all, what is young is held back.
SETTLED_AFTER_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Happened:
    """`event` is `connected`, `reconnected`, `needs_reconnect` or `disconnected`; `reason` a code, where there is one."""

    id: int
    user_id: uuid.UUID
    event: str
    reason: str | None
    at: datetime


def after(after_id: int, *, user_id: uuid.UUID | None, limit: int) -> Sequence[Happened]:
    """Oldest first. Raises NotFound (`user_not_found`)."""
    held_back = SETTLED_AFTER_SECONDS if user_id is None else 0.0
    with transaction() as session:
        if user_id is not None and users.get(session, user_id) is None:
            raise NotFound(f"no user {user_id}", code="user_not_found")
        found = connection_events.page(session, user_id=user_id, after_id=after_id, older_than_seconds=held_back, limit=limit)
    return [Happened(one.id, one.user_id, one.kind, one.reason, one.created_at) for one in found]
