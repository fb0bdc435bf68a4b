"""The launch: 1,000 people with 1,500 mails each import half a year, all processes on this machine.

    python benchmarks/import_1000x1500.py --tariff 2026            # the whole: 25 minutes at the least
    python benchmarks/import_1000x1500.py --tariff legacy          # 6 minutes at the least
    python benchmarks/import_1000x1500.py --tariff legacy --scale  # 100 x 300: a minute, for a look

Everybody starts at once, but for some newcomers who start while the others are at work: how long do they wait for their first
hundred transactions? Printed: mails/s and their ratio to the quota's floor, CPU a mail by process, memory by process over time,
the share of calls that were refused, and what the sandbox saw of the quota. Samples go to --out as CSV.
"""

import argparse
import csv
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any

from rich.console import Console
from rich.table import Table
from sqlalchemy import text

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.config import TARIFFS
from app.db import transaction
from app.local.client import Client
from app.local.environment import settings_from
from app.local.interrupt import Interrupt
from app.local.ports import free_port
from app.local.supervisor import Plan, Stack, running
from benchmarks.house import add_people, cpu_by_name, memory_by_name, read_json

MONTHS = 6
SAMPLE_SECONDS = 5.0
WANTED = 100
PROCESSES = ("sandbox", "postgres", "redis", "api", "worker", "beat")


@dataclass(slots=True)
class Newcomer:
    """Somebody who starts while the others import. Seconds from the call to the first hundred transactions."""

    user_id: uuid.UUID
    starts_at: float
    began: float | None = None
    seconds: float | None = None


@dataclass(slots=True)
class Run:
    """What was seen of one run. Times are seconds since the first start."""

    options: argparse.Namespace
    processes: int
    began: float = 0.0
    seconds: float = 0.0
    cpu: dict[str, float] = field(default_factory=dict)
    samples: list[dict[str, float]] = field(default_factory=list)
    newcomers: list[Newcomer] = field(default_factory=list)
    usage: dict[str, Any] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def now(self) -> float:
        return time.monotonic() - self.began

    @property
    def mails(self) -> int:
        return int(self.options.users * self.options.mails)

    @property
    def floor(self) -> float:
        tariff = TARIFFS[self.options.tariff]
        return 60 * self.mails * tariff.messages_get / tariff.per_project_minute if tariff.per_project_minute else 0.0


def main() -> int:
    options = _options()
    runs = [_run(options, processes) for processes in options.workers]
    console = Console(width=120)
    for run in runs:
        report(console, run)
    if len(runs) > 1:
        console.print(scaling(runs))
    return 0 if all(balanced(run) for run in runs) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Import for many people at once and print ratios.")
    parser.add_argument("--tariff", choices=tuple(TARIFFS), default="2026")
    parser.add_argument("--users", type=int, default=1000)
    parser.add_argument("--mails", type=int, default=1500)
    parser.add_argument("--scale", action="store_true", help="100 people with 300 mails")
    parser.add_argument("--newcomers", type=int, help="of these people; a fiftieth when not given")
    parser.add_argument("--workers", type=lambda text: [int(one) for one in text.split(",")], help="processes; several: 4,8,16")
    parser.add_argument("--latency", type=float, default=0.3, help="seconds a HTTP call")
    parser.add_argument("--limit", type=float, help="give up after so many seconds")
    parser.add_argument("--out", type=Path, help="folder for the samples")
    options = parser.parse_args()
    if options.scale:
        options.users, options.mails = 100, 300
    if options.newcomers is None:
        options.newcomers = max(options.users // 50, 5)
    options.workers = options.workers or [{"2026": 32}.get(options.tariff, 64)]
    return options


def _run(options: argparse.Namespace, processes: int) -> Run:
    with tempfile.TemporaryDirectory(prefix="fincoach-bench-", ignore_cleanup_errors=True) as folder:
        return _run_in(Path(folder), options, processes)


def _run_in(folder: Path, options: argparse.Namespace, processes: int) -> Run:
    run = Run(options, processes)
    plan = Plan(
        data=folder,
        api_port=free_port(),
        sandbox_port=free_port(),
        workers=processes,
        users=options.users,
        mails=options.mails,
        tariff=options.tariff,
        latency=options.latency,
        log_level="WARNING",
    )
    with Interrupt() as interrupt, running(plan, interrupt) as stack, Client(stack.api_url, stack.sandbox_url) as client:
        while not client.ready():
            interrupt.wait(0.2)
            stack.check()
        with settings_from({**stack.env, "LOG_LEVEL": "WARNING"}):
            people = add_people(options.users)
            before = _cpu(stack)
            run.began = time.monotonic()
            _start_all(client, people[options.newcomers :])
            _plan_newcomers(run, people[: options.newcomers])
            _watch(run, stack, client, interrupt.wait)
            run.seconds = run.now
            run.cpu = {name: seconds - before.get(name, 0.0) for name, seconds in _cpu(stack).items()}
            run.usage = read_json(f"{stack.sandbox_url}/sandbox/usage")
            run.counts = _counts()
    if options.out:
        _write_samples(run, options.out)
    return run


def _start_all(client: Client, people: Sequence[uuid.UUID]) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda person: client.start(str(person), MONTHS), people))


def _plan_newcomers(run: Run, people: Sequence[uuid.UUID]) -> None:
    """From a fifth to four fifths of the time it will take."""
    expected = max(run.floor, run.mails / 2000)
    run.newcomers = [Newcomer(one, expected * (0.2 + 0.6 * n / max(len(people), 1))) for n, one in enumerate(people)]


def _watch(run: Run, stack: Stack, client: Client, pause: Callable[[float], None]) -> None:
    limit = run.options.limit or 3 * run.floor + 600
    next_sample = 0.0
    while True:
        pause(0.1)
        stack.check()
        _look_at_newcomers(run, client)
        if run.now < next_sample:
            continue
        next_sample = run.now + SAMPLE_SECONDS
        done = _processed()
        run.samples.append({"second": run.now, "mails": done, **_memory(stack)})
        sys.stderr.write(f"\r{run.now:7.1f} s  {done:>9} mails  {done / run.now:7.1f}/s ")
        if done >= run.mails:
            sys.stderr.write("\n")
            return
        if run.now > limit:
            tails = "\n".join(f"{name}:\n{child.log_tail()}" for name, child in stack.children.items())
            raise SystemExit(f"not done after {limit:.0f} s; the ends of the logs:\n{tails}")


def _look_at_newcomers(run: Run, client: Client) -> None:
    waiting = [one for one in run.newcomers if one.began is not None and one.seconds is None]
    for one in run.newcomers:
        if one.began is None and run.now >= one.starts_at:
            one.began = run.now
            client.start(str(one.user_id), MONTHS)
    if not waiting:
        return
    with transaction() as session:
        statement = text("SELECT count(*) FROM (SELECT 1 FROM transactions WHERE user_id = :user LIMIT :wanted) AS found")
        for one in waiting:
            if session.scalar(statement, {"user": one.user_id, "wanted": WANTED}) == WANTED:
                one.seconds = run.now - (one.began or 0.0)


def _processed() -> int:
    with transaction() as session:
        return int(session.scalar(text("SELECT coalesce(sum(processed_emails), 0) FROM email_sync_jobs")) or 0)


def _counts() -> dict[str, int]:
    """Of the tables, at the end: what must balance."""
    statement = text(
        "SELECT (SELECT count(*) FROM email_sync_jobs WHERE status = 'completed') AS jobs_completed,"
        " (SELECT sum(total_emails) FROM email_sync_jobs) AS listed,"
        " (SELECT count(*) FROM email_outcomes) AS outcomes,"
        " (SELECT count(*) FROM email_outcomes WHERE outcome = 'failed') AS failed,"
        " (SELECT count(*) FROM transactions) AS transactions,"
        " (SELECT sum(parsed_transactions) FROM email_sync_jobs) AS counted_transactions"
    )
    with transaction() as session:
        return {name: int(value) for name, value in session.execute(statement).mappings().one().items()}


def balanced(run: Run) -> bool:
    counts = run.counts
    return (
        counts["listed"] == counts["outcomes"] == run.mails
        and counts["transactions"] == counts["counted_transactions"]
        and counts["jobs_completed"] == run.options.users
    )


def _trees(stack: Stack) -> dict[str, int]:
    return {child.name: child.popen.pid for child in (*stack.children.values(), *stack.servers)}


def _cpu(stack: Stack) -> dict[str, float]:
    return cpu_by_name(_trees(stack))


def _memory(stack: Stack) -> dict[str, float]:
    return memory_by_name(_trees(stack))


def _write_samples(run: Run, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"import-{run.options.tariff}-{run.processes}.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(run.samples[0]))
        writer.writeheader()
        writer.writerows({name: round(value, 1) for name, value in sample.items()} for sample in run.samples)


def report(console: Console, run: Run) -> None:
    title = f"{run.options.users} x {run.options.mails} mails, tariff {run.options.tariff}, {run.processes} processes"
    table = Table(title=title, show_header=False, box=None, title_justify="left")
    for name, value in _figures(run):
        table.add_row(name, value)
    console.print(table)
    console.print(_by_process(run))


def _figures(run: Run) -> Iterator[tuple[str, str]]:
    yield "time", f"{run.seconds:.1f} s, {run.mails / run.seconds:.0f} mails/s"
    if run.floor:
        yield "the quota's floor", f"{run.floor:.1f} s; ratio {run.seconds / run.floor:.3f}"
    refused = sum(run.usage["refusals"].values())
    yield "refused by the sandbox", f"{refused} of {run.mails + refused} calls, {100 * refused / (run.mails + refused):.3f} %"
    tariff, peaks = TARIFFS[run.options.tariff], run.usage["max_units_in_60_seconds"]
    yield (
        "most units in any 60 s",
        f"project {peaks['project']} of {tariff.per_project_minute}, user {max(peaks['users'].values())}",
    )
    waits = [one.seconds for one in run.newcomers if one.seconds is not None]
    if len(waits) > 1:
        cuts = quantiles(waits, n=20, method="inclusive")
        yield "first 100 transactions", f"p50 {cuts[9]:.2f} s, p95 {cuts[18]:.2f} s, of {len(waits)} newcomers"
    yield "counts", ", ".join(f"{name} {value}" for name, value in run.counts.items())
    yield "balanced", "yes" if balanced(run) else "NO"


def _by_process(run: Run) -> Table:
    table = Table(box=None)
    for heading in (
        "process",
        "ms CPU a mail",
        "cores",
        "MB, largest process: first",
        "middle",
        "last",
        "most",
        "MB, all at most",
    ):
        table.add_column(heading, justify="left" if heading == "process" else "right")
    for name in PROCESSES:
        largest = [sample[f"{name} MB"] for sample in run.samples]
        whole = max(sample[f"{name} MB in all"] for sample in run.samples)
        memory = (largest[0], largest[len(largest) // 2], largest[-1], max(largest), whole)
        cpu = run.cpu[name]
        table.add_row(name, f"{1000 * cpu / run.mails:.4f}", f"{cpu / run.seconds:.2f}", *(f"{one:.0f}" for one in memory))
    cpu = sum(run.cpu.values())
    table.add_row("all", f"{1000 * cpu / run.mails:.4f}", f"{cpu / run.seconds:.2f}")
    return table


def scaling(runs: Sequence[Run]) -> Table:
    table = Table(title="More processes", title_justify="left", box=None)
    for heading in ("processes", "mails/s", "times the first", "cores in use"):
        table.add_column(heading, justify="right")
    first = runs[0].mails / runs[0].seconds
    for run in runs:
        rate = run.mails / run.seconds
        cores = sum(run.cpu.values()) / run.seconds
        table.add_row(str(run.processes), f"{rate:.0f}", f"{rate / first:.2f}", f"{cores:.2f}")
    return table


if __name__ == "__main__":
    sys.exit(main())
