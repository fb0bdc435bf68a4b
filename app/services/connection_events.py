"""What happened to connections, for backends that ask instead of being told."""

from collections.abc import Sequence

from app.db import transaction
from app.models import ConnectionEvent
from app.storage import connections

# Numbers are given out before the commit, so a higher one may be seen before a lower one, whose transaction takes longer: what
# is younger than the longest of them is held back. Of one user that cannot be, for each is written under their connection's lock.
SETTLED_AFTER_SECONDS = 60.0


def after(after_id: int, *, limit: int) -> Sequence[ConnectionEvent]:
    """Everybody's, oldest first."""
    with transaction() as session:
        return connections.events_after(session, after_id, older_than_seconds=SETTLED_AFTER_SECONDS, limit=limit)
