"""When each mailbox is looked at again: every SYNC_INTERVAL_MINUTES, each at its own moment within it."""

from functools import partial

from app import queue
from app.config import get_settings
from app.db import after_commit, transaction
from app.storage import connections

# More than this at once would be a storm; the next minute takes the rest.
RING_LIMIT = 2000
# A ring that was lost is repeated after this; one that was answered has set the next time itself.
AGAIN_SECONDS = 120.0


def ring_due() -> int:
    """Ring for the mailboxes that are due; returns how many.

    Those overdue by more than an interval (Beat was away) are spread over the next one first: no storm when it is back.
    """
    interval = 60.0 * get_settings().sync_interval_minutes
    with transaction() as session:
        connections.spread_overdue(session, older_than_seconds=interval, over_seconds=interval)
        due = connections.take_due(session, limit=RING_LIMIT, again_seconds=AGAIN_SECONDS)
        for user_id in due:
            after_commit(session, partial(queue.ring_incremental, user_id))
    return len(due)
