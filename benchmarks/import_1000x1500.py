"""The launch: 1,000 people with 1,500 mails each import half a year, all processes on this machine.

    python benchmarks/import_1000x1500.py --tariff 2026            # the whole: 25 minutes at the least
    python benchmarks/import_1000x1500.py --tariff legacy          # 6 minutes at the least
    python benchmarks/import_1000x1500.py --tariff legacy --scale  # 100 x 300: a minute, for a look
    python benchmarks/import_1000x1500.py --until newcomers        # the newcomers of the launch alone: some minutes

Everybody starts at once, but for the newcomers: once each of the others has its first mails, the newcomers start one by one,
each when the one before is served. How long do they wait for their first hundred transactions, and for what?
Printed: mails/s and their ratio to the quota's floor, CPU a mail by process, memory by process over time,
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
from statistics import median, quantiles
from typing import Any

from rich.console import Console
from rich.table import Table
from sqlalchemy import text

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.celery_app import make_celery
from app.config import get_settings
from app.db import transaction
from app.gmail.port import Profile
from app.local.client import Client
from app.local.environment import settings_from
from app.local.interrupt import Interrupt
from app.local.ports import free_port
from app.local.supervisor import Plan, Stack, running
from app.services import connections, granting, sync
from app.services.granting import Grant
from app.storage import connections as stored
from app.tariff import TARIFFS
from benchmarks.house import add_people, cpu_by_name, memory_by_name, read_json, yardstick

MONTHS = 6
SAMPLE_SECONDS = 5.0
WANTED = 100
# Two in five of the sandbox's mails are payments.
FEWEST_MAILS = 300
PROCESSES = ("sandbox", "postgres", "redis", "api", "worker", "beat")


@dataclass(slots=True)
class Newcomer:
    """Somebody who starts while the others import. Seconds from the call to the first hundred transactions."""

    user_id: uuid.UUID
    began: float | None = None
    seconds: float | None = None
    mails: int = 0
    steps: dict[str, float] = field(default_factory=dict)


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
    others_import: bool = False
    processed: int = 0
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
    return 0 if all(balanced(run) for run in runs if run.options.until == "all") else 1


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
    parser.add_argument("--until", choices=("all", "newcomers"), default="all", help="whose end ends the run")
    options = parser.parse_args()
    if options.scale:
        options.users, options.mails = 100, 300
    if options.newcomers is None:
        options.newcomers = max(options.users // 50, 5)
    if options.mails < FEWEST_MAILS:
        parser.error(
            f"of fewer than {FEWEST_MAILS} mails a newcomer has no {WANTED} transactions, and the run would wait for them"
        )
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
            make_celery(get_settings()).set_default()
            people = add_people(options.users)
            before = _cpu(stack)
            run.began = time.monotonic()
            _start_all(client, people[options.newcomers :])
            run.newcomers = [Newcomer(one) for one in people[: options.newcomers]]
            _watch(run, stack, interrupt.wait)
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


def _watch(run: Run, stack: Stack, pause: Callable[[float], None]) -> None:
    limit = run.options.limit or 3 * run.floor + 600
    next_sample = 0.0
    while True:
        pause(0.1)
        stack.check()
        _look_at_newcomers(run)
        if run.now < next_sample:
            continue
        next_sample = run.now + SAMPLE_SECONDS
        done = run.processed = _processed()
        run.samples.append({"second": run.now, "mails": done, "yardstick ms": yardstick(), **_memory(stack)})
        sys.stderr.write(f"\r{run.now:7.1f} s  {done:>9} mails  {done / run.now:7.1f}/s ")
        if done >= run.mails or (run.options.until == "newcomers" and run.newcomers[-1].seconds is not None):
            sys.stderr.write("\n")
            return
        if run.now > limit:
            tails = "\n".join(f"{name}:\n{child.log_tail()}" for name, child in stack.children.items())
            raise SystemExit(f"not done after {limit:.0f} s; the ends of the logs:\n{tails}")


def _look_at_newcomers(run: Run) -> None:
    """One at a time: who comes while another is served has no other newcomer beside them."""
    run.others_import = run.others_import or _with_first_mails() >= run.options.users - run.options.newcomers
    waiting = next((one for one in run.newcomers if one.seconds is None), None)
    if waiting is None or not run.others_import:
        return
    if waiting.began is None:
        grant, mailbox = _granted(waiting.user_id)
        waiting.began = run.now
        _arrive(waiting.user_id, grant, mailbox)
        return
    statement = text("SELECT count(*) FROM (SELECT 1 FROM transactions WHERE user_id = :user LIMIT :wanted) AS found")
    with transaction() as session:
        if session.scalar(statement, {"user": waiting.user_id, "wanted": WANTED}) == WANTED:
            waiting.seconds = run.now - waiting.began
            waiting.mails = int(session.scalar(_MAILS, {"user": waiting.user_id}) or 0)
            waiting.steps = dict(session.execute(_STEPS, {"user": waiting.user_id}).mappings().one())


def _granted(user_id: uuid.UUID) -> tuple[Grant, Profile]:
    """What a person brings from Google's consent page: a refresh token, an access token, and whose mailbox they open."""
    with transaction() as session:
        connection = stored.get(session, user_id)
    if connection is None:
        raise SystemExit(f"no connection of {user_id}")
    grant = granting.try_grant(connection.email_address, f"sandbox-refresh-{connection.email_address}")
    if grant.access is None:
        raise SystemExit("the grant came without a token")
    return grant, granting.look_into(grant.access.token)


def _arrive(user_id: uuid.UUID, grant: Grant, mailbox: Profile) -> None:
    """As signing in does it, in one transaction."""
    with transaction() as session:
        connections.keep(session, user_id, mailbox.email_address, grant)
        sync.begin_import(session, user_id, MONTHS, history_id=mailbox.history_id)


_MAILS = text("SELECT max(processed_emails) FROM email_sync_jobs WHERE user_id = :user")
# Seconds from the job's row to each step. A batch is granted when its quota is, and settled when its rows are written.
_STEPS = text(
    "SELECT "
    + ", ".join(
        (
            "extract(epoch FROM job.started_at - job.created_at)::float AS taken_up",
            *(
                f"(SELECT extract(epoch FROM {what} - job.created_at)::float FROM email_sync_batches AS batch"
                " JOIN quota_grants AS granted ON granted.batch_id = batch.id"
                f" WHERE batch.job_id = job.id AND batch.seq = {seq} LIMIT 1) AS {name}_{seq + 1}"
                for seq in range(3)
                for name, what in (
                    ("granted", "granted.granted_at"),
                    ("fetched", "granted.ended_at"),
                    ("settled", "batch.finished_at"),
                )
            ),
        )
    )
    + " FROM email_sync_jobs AS job WHERE job.user_id = :user ORDER BY job.created_at DESC LIMIT 1"
)


def _with_first_mails() -> int:
    with transaction() as session:
        return int(session.scalar(text("SELECT count(*) FROM email_sync_jobs WHERE processed_emails > 0")) or 0)


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
    yield "time", f"{run.seconds:.1f} s, {run.processed / run.seconds:.0f} mails/s"
    if run.floor and run.options.until == "all":
        yield "the quota's floor", f"{run.floor:.1f} s; ratio {run.seconds / run.floor:.3f}"
    refused = sum(run.usage["refusals"].values())
    yield (
        "refused by the sandbox",
        f"{refused} of {run.processed + refused} calls, {100 * refused / (run.processed + refused):.3f} %",
    )
    tariff, peaks = TARIFFS[run.options.tariff], run.usage["max_units_in_60_seconds"]
    yield (
        "most units in any 60 s",
        f"project {peaks['project']} of {tariff.per_project_minute}, user {max(peaks['users'].values())}",
    )
    yield from _of_newcomers(run.options, [one for one in run.newcomers if one.seconds is not None])
    yield "the yardstick", f"{median(one['yardstick ms'] for one in run.samples):.1f} ms"
    yield "counts", ", ".join(f"{name} {value}" for name, value in run.counts.items())
    if run.options.until == "all":
        yield "balanced", "yes" if balanced(run) else "NO"


def _of_newcomers(options: argparse.Namespace, served: Sequence[Newcomer]) -> Iterator[tuple[str, str]]:
    if len(served) < 2:
        return
    yield "first 100 transactions", f"{_waits(served)}, of {len(served)} newcomers"
    # What a user may spend in a minute is 299 mails at `2026`: whose hundredth transaction comes later waits for the next.
    tariff = TARIFFS[options.tariff]
    within = [one for one in served if not tariff.per_user_minute or one.mails * tariff.messages_get < tariff.per_user_minute]
    if 2 <= len(within) < len(served):
        yield "of those within their minute", f"{_waits(within)}, of {len(within)}"
    steps = {name: [one.steps[name] for one in served if one.steps.get(name) is not None] for name in served[0].steps}
    yield "of that, p50", ", ".join(f"{name} {median(seconds):.2f}" for name, seconds in steps.items() if seconds)


def _waits(served: Sequence[Newcomer]) -> str:
    cuts = quantiles([one.seconds or 0.0 for one in served], n=20, method="inclusive")
    return f"p50 {cuts[9]:.2f} s, p95 {cuts[18]:.2f} s"


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
        table.add_row(name, f"{1000 * cpu / run.processed:.4f}", f"{cpu / run.seconds:.2f}", *(f"{one:.0f}" for one in memory))
    cpu = sum(run.cpu.values())
    table.add_row("all", f"{1000 * cpu / run.processed:.4f}", f"{cpu / run.seconds:.2f}")
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
