"""What one tick of the dispatcher costs as users grow: `python benchmarks/bench_dispatcher.py [USERS ...]`.

Of the users a thousand import, the others are idle. Each tick grants what workers have finished since the one before.
"""

import sys
import time
from pathlib import Path
from statistics import median, quantiles

from rich.console import Console
from rich.table import Table
from sqlalchemy import text

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.db import transaction
from app.services import dispatch
from benchmarks.house import bells_unrung, house
from benchmarks.populate import populate

ACTIVE = 1000
TICKS = 100
# What the granted batches of a tick become: done, and their units counting for a minute. Their jobs stay as they are.
_FINISH = (
    (
        "UPDATE email_sync_batches SET status = 'done', pending_ids = '{}', notice_count = cardinality(message_ids)"
        " WHERE status = 'queued'"
    ),
    "UPDATE quota_grants SET ended_at = clock_timestamp() WHERE ended_at IS NULL",
)


def main() -> None:
    sizes = [int(one) for one in sys.argv[1:]] or [1_000, 10_000, 100_000]
    table = Table(title="One tick of the dispatcher", title_justify="left", box=None)
    headings = ("users", "importing", "granted", "ms: median", "p95", "most", "times the first", "ms CPU: here", "PostgreSQL")
    for heading in headings:
        table.add_column(heading, justify="right")
    first = 0.0
    for users in sizes:
        active = min(ACTIVE, users)
        milliseconds, granted, here, server = measure(users, active)
        middle = median(milliseconds)
        first = first or middle
        times = (f"{one:.1f}" for one in (middle, quantiles(milliseconds, n=20)[18], max(milliseconds)))
        cpu = (f"{one:.1f}" for one in (here, server))
        table.add_row(f"{users:,}", f"{active:,}", f"{granted:.1f}", *times, f"{middle / first:.2f}", *cpu)
    Console(width=120).print(table)


def measure(users: int, active: int) -> tuple[list[float], float, float, float]:
    """Milliseconds of each tick, batches granted a tick, and CPU a tick, ours and the server's."""
    with house(users=1, mails=1, tariff="legacy") as place, bells_unrung() as granted:
        populate(users, active)
        dispatch.dispatch()
        _finish()
        granted.clear()
        milliseconds, here, server = [], 0.0, 0.0
        for _ in range(TICKS):
            before = place.cpu_seconds()["postgres"]
            began, spent = time.perf_counter(), time.thread_time()
            dispatch.dispatch()
            here += time.thread_time() - spent
            milliseconds.append(1000 * (time.perf_counter() - began))
            server += place.cpu_seconds()["postgres"] - before
            _finish()
        return milliseconds, len(granted) / TICKS, 1000 * here / TICKS, 1000 * server / TICKS


def _finish() -> None:
    with transaction() as session:
        for statement in _FINISH:
            session.execute(text(statement))


if __name__ == "__main__":
    main()
