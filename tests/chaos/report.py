"""What a run has shown, as lines and as docs/reliability.md."""

import os
import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
Line = Mapping[str, Any]
LONG_SECONDS = 1.0


def line_of(line: Line) -> str:
    broken = line.get("broken") or []
    verdict = "ok" if not broken else "BROKEN: " + " | ".join(broken)
    faults = sum((line.get("faults") or {}).values())
    recovery = f", recovery {line['recovery']} s" if line.get("recovery") else ""
    return f"  {line['lane']}: {line['scenario']}: {line.get('seconds', 0)} s, {faults} faults{recovery}: {verdict}"


@dataclass(frozen=True)
class Report:
    """`lines` are the scenarios of the lanes, `counts` the faults of the histories in one process."""

    lines: Sequence[Line]
    counts: Sequence[Line]
    seed: int
    seconds: float

    @property
    def good(self) -> bool:
        return not any(line.get("broken") for line in self.lines) and not any(one["kind"] == "broken" for one in self.counts)

    @property
    def faults(self) -> Counter[str]:
        total: Counter[str] = Counter()
        for line in self.lines:
            total.update(line.get("faults") or {})
        total.update({one["kind"]: one["faults"] for one in self.counts if one["kind"] != "broken"})
        return total

    @property
    def recovery(self) -> float:
        return max((line["recovery"] for line in self.lines if line.get("recovery")), default=0.0)

    def summary(self) -> str:
        verdict = "0 lost, 0 doubled, 0 changed; all counters exact" if self.good else "BROKEN, see above"
        return (
            f"{self.faults.total()} faults in {self.seconds / 60:.1f} min, seed {self.seed}:"
            f" {verdict}; slowest recovery {self.recovery} s"
        )

    def page(self) -> str:
        return "\n".join([*self._head(), "", *self._scenarios(), "", *self._faults(), "", NOT_TRIED])

    def _head(self) -> list[str]:
        machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
        return [
            "# Reliability: what was tried, and what came of it",
            "",
            f"Written by `make chaos` on {datetime.now(UTC):%Y-%m-%d}; {machine}; seed {self.seed}.",
            "",
            f"**{self.summary()}.**",
            "",
            *self._how_to_read(),
            "",
            INVARIANTS,
        ]

    def _how_to_read(self) -> list[str]:
        in_process = sum(one["faults"] for one in self.counts if one["kind"] != "broken")
        slow = [line["longest_transaction"] for line in self.lines if (line.get("longest_transaction") or 0) > LONG_SECONDS]
        over = f"{len(slow)} scenarios saw a transaction longer than that, the longest of {max(slow)} s." if slow else ""
        return [
            f"{self.faults.total() - in_process} of them struck real processes, {in_process} simulated workers and messages in",
            "one process, on a real database. Seconds are those of the machine as it was, with what else ran on it.",
            f"No transaction is to be open for more than {LONG_SECONDS:.0f} s. {over}".rstrip(),
        ]

    def _scenarios(self) -> list[str]:
        rows = [
            f"| {line['lane']} | {line['scenario']} | {line.get('seconds', 0):.0f} | {sum((line.get('faults') or {}).values())}"
            f" | {line.get('recovery') or '–'} | {_or_dash(line.get('longest_transaction'))} | {_verdict(line)} |"
            for line in self.lines
        ]
        head = "| lane | while imports run | s | faults | recovery, s | longest transaction, s | I1–I10 |"
        return ["## Scenarios over real processes", "", head, "|---|---|---|---|---|---|---|", *rows]

    def _faults(self) -> list[str]:
        rows = [f"| {kind} | {number} |" for kind, number in sorted(self.faults.items())]
        return ["## Faults by kind", "", "| fault | times |", "|---|---|", *rows, f"| **all** | **{self.faults.total()}** |"]


def _or_dash(seconds: float | None) -> str:
    return "–" if seconds is None else f"{seconds:.2f}"


def _verdict(line: Line) -> str:
    return "hold" if not line.get("broken") else "; ".join(line["broken"]).replace("|", "/")


INVARIANTS = """\
A fault is one kill, one message dropped, doubled or poisoned, one server stopped, flushed or locked, one answer of Gmail spoiled
(as the sandbox counts them), one bad mail. What only slows things down
is not counted, unless it is longer than a time-out; parts of an answer in another order are.

After each scenario, against the sandbox's ledger: **I1** every id listed has one outcome; **I2** the stored transactions are
the ledger's; **I3** counters equal a recount, progress never fell, a job that is over did not change; **I4** nothing was written
under an expired lease (a trigger in the database looks); **I5** work of a killed worker went on within 45 s; **I6** a kill cost
at most one batch fetched again; **I7** no minute at the sandbox was over the tariff; **I8** no token, no mail text in a log or in
Redis; **I9** no deadlock, and the longest transaction is in the table; **I10** the queues drain."""

NOT_TRIED = """\
## Not tried

- Loss of the machine's power, a full disk, memory running out, PostgreSQL's own fail-over: one machine, one server.
- Clocks that differ between machines. Leases are measured by the database's clock alone, which is read in one place.
- Networks between machines: everything talks over loopback and unix sockets.
- An hour without Beat in real time: 45 s, with the mailboxes made overdue by an hour.
- Gmail itself: the faults are the sandbox's, for 12 to 40 s at a time, not for hours.
- A person who leaves, or is erased, while processes die: told one step at a time by `tests/integration/services/test_leaving.py`.
  While batches are at work, and nothing dies, it is a scenario.
- A history or a date query of more pages than one task lists: in the histories in one process, where a page holds two or seven
  mails, and in `tests/integration/services/test_long_looks.py`; no mailbox of thousands of new mails over real processes.
- A project's minute that is used up: ten people do not come near it. That no more is asked for than a mailbox may spend is looked
  at for two who share one; the share of 429s is not a figure here.
- Large imports: 225 mails a person, in batches of 25. How 1.5 million go is `benchmarks/import_1000x1500.py`.
- A backend killed inside its commit is met by chance among those killed; that the answer to a commit is lost is tried one by one
  at the failpoint after it.
"""
