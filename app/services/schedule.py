"""When each mailbox is looked at again: every SYNC_INTERVAL_MINUTES, each at its own moment within it."""

import time

from app import queue
from app.config import get_settings
from app.db import transaction
from app.storage import schedule

# A minute rings at least so many, and otherwise twice what falls to it when all are spread evenly: a backlog of half an hour is
# worked off in another half hour, and not in a minute.
RING_LEAST = 2000
# In one transaction.
AT_ONCE = 2000
# A ring that was lost is repeated after this; one that was answered has set the next time itself.
AGAIN_SECONDS = 120.0
# Half of a task's time: what is left is taken by the next minute.
LONGEST_SECONDS = 15.0


def ring_due() -> int:
    """Ring for the mailboxes that are due; returns how many.

    Those overdue by more than an interval (Beat was away) are spread over the next one first: no storm when it is back.
    While the line is as long as what a minute rings, nothing is added: who stands in it would be rung a second time.
    """
    stop_at = time.monotonic() + LONGEST_SECONDS
    _spread_overdue(stop_at)
    most, rung = _most_a_minute(), 0
    if queue.listings_waiting()[0] >= most:
        return 0
    while rung < most and time.monotonic() < stop_at:
        with transaction() as session:
            due = schedule.take_due(session, limit=min(AT_ONCE, most - rung), again_seconds=AGAIN_SECONDS)
        queue.ring_incrementals(due)
        rung += len(due)
        if len(due) < AT_ONCE:
            break
    return rung


def _most_a_minute() -> int:
    with transaction() as session:
        scheduled = schedule.count_scheduled(session)
    return max(RING_LEAST, 2 * scheduled // get_settings().sync_interval_minutes)


def _spread_overdue(stop_at: float) -> None:
    interval = 60.0 * get_settings().sync_interval_minutes
    while time.monotonic() < stop_at:
        with transaction() as session:
            spread = schedule.spread_overdue(session, older_than_seconds=interval, over_seconds=interval, limit=AT_ONCE)
        if spread < AT_ONCE:
            return
