"""What a mail costs on its way from Gmail to its row, by stage: `python benchmarks/bench_stages.py [USERS] [MAILS]`.

One worker in this process, with the real servers and the sandbox beside it; no latency, no quota. Milliseconds of CPU a mail.
"""

import sys
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from sqlalchemy import text

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.db import transaction
from app.gmail import fetching, transport
from app.log import configure_logging
from app.services import dispatch, reading, sync, tokens
from app.storage import batches
from benchmarks.house import add_people, bells_unrung, house, spent_between, yardstick


class Stages:
    """CPU of this thread inside the functions that are watched, what they call included."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.calls: dict[str, int] = defaultdict(int)

    @contextmanager
    def watch(self, owner: Any, name: str, stage: str) -> Iterator[None]:
        original = getattr(owner, name)
        setattr(owner, name, self._timed(original, stage))
        try:
            yield
        finally:
            setattr(owner, name, original)

    def _timed(self, work: Callable[..., Any], stage: str) -> Callable[..., Any]:
        @wraps(work)
        def timed(*args: Any, **options: Any) -> Any:
            begin = time.thread_time()
            try:
                return work(*args, **options)
            finally:
                self.seconds[stage] += time.thread_time() - begin
                self.calls[stage] += 1

        return timed


WATCHED = (
    (sync, "list_mailbox", "list"),
    (dispatch, "dispatch", "dispatch (ticks)"),
    (sync, "process_batch", "batch"),
    (batches, "claim", "claim"),
    (tokens.DatabaseTokens, "access_token", "token"),
    (transport.PooledTransport, "send", "wire"),
    (fetching, "read_answer", "decode"),
    (reading, "_read", "read"),
    (sync, "_settle", "store"),
)


def main() -> None:
    users, mails = (int(one) for one in (sys.argv[1:] + ["20", "300"][len(sys.argv) - 1 :])[:2])
    with ExitStack() as stops:
        configure_logging("WARNING")
        place = stops.enter_context(house(users=users, mails=mails))
        granted = stops.enter_context(bells_unrung())
        people = add_people(users)
        for person in people:
            sync.start(person, 6)
        stages = Stages()
        for owner, name, stage in WATCHED:
            stops.enter_context(stages.watch(owner, name, stage))
        start = place.cpu_seconds()
        began = time.monotonic()
        for person in people:
            sync.list_mailbox(person, 6)
        listed = place.cpu_seconds()
        run_all(granted)
        done = place.cpu_seconds()
        seconds = time.monotonic() - began
        with transaction() as session:
            processed, parsed = session.execute(
                text("SELECT sum(processed_emails), sum(parsed_transactions) FROM email_sync_jobs")
            ).one()
        console = Console()
        console.print(f"{processed} mails, {parsed} transactions, {seconds:.1f} s; the yardstick {yardstick():.1f} ms")
        console.print(by_stage(stages, processed))
        console.print(by_process(spent_between(start, listed), spent_between(listed, done), processed))


def run_all(granted: list[uuid.UUID]) -> None:
    while True:
        dispatch.dispatch()
        if not granted:
            return
        while granted:
            sync.process_batch(granted.pop())


def by_stage(stages: Stages, mails: int) -> Table:
    table = Table(title="CPU of the worker by stage (a batch holds the stages below it)", title_justify="left", box=None)
    for heading in ("stage", "ms CPU a mail", "calls", "ms CPU a call"):
        table.add_column(heading, justify="left" if heading == "stage" else "right")
    for _, _, name in WATCHED:
        spent, calls = 1000 * stages.seconds[name], stages.calls[name]
        table.add_row(name, f"{spent / mails:.4f}", str(calls), f"{spent / max(calls, 1):.2f}")
    return table


def by_process(listing: Mapping[str, float], rest: Mapping[str, float], mails: int) -> Table:
    table = Table(title="ms CPU a mail by process", title_justify="left", box=None)
    for heading in ("process", "listing", "the rest"):
        table.add_column(heading, justify="left" if heading == "process" else "right")
    for name, spent in rest.items():
        table.add_row(name, f"{1000 * listing[name] / mails:.4f}", f"{1000 * spent / mails:.4f}")
    return table


if __name__ == "__main__":
    main()
