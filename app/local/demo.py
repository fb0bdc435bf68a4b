"""The demo: mailboxes with real-format mail, imported through the real API, watched live, and with --once checked to the cent."""

import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NoReturn

from rich.console import Console
from rich.live import Live

from app.errors import AppError, ConfigurationError
from app.local.client import Client
from app.local.compare import Comparison, compare, imbalances
from app.local.environment import settings_from
from app.local.interrupt import Interrupt, Interrupted
from app.local.live_table import Row, live_table, plain_line
from app.local.reports import comparison_table, next_steps, reading_table
from app.local.supervisor import Plan, Stack, running
from app.services import connections

MONTHS = 6
OWN_MONTHS = 24  # an export may be old, and as far back as the API goes
SCOPES = ("https://www.googleapis.com/auth/gmail.readonly",)
READY_SECONDS = 90.0
TABLE_SECONDS = 0.5
LINE_SECONDS = 3.0
# Under the slowest tariff a mailbox moves every few seconds; this long without any movement is a fault.
STALL_SECONDS = 180.0
OWN_READY_SECONDS = 900.0  # the sandbox walks through a large export before it answers
EXAMPLES = 10


class DemoFailed(AppError):
    code = "demo_failed"
    title = "The demo cannot go on"


@dataclass(frozen=True, slots=True)
class Person:
    user_id: str
    email: str

    @property
    def name(self) -> str:
        return self.email.partition("@")[0]


def demo(plan: Plan, console: Console, *, once: bool) -> int:
    """Run the demo; the answer is the exit code.

    With `once`: 0 when every job completed and balances and every ledger equals the stored transactions, else 1. Without, it
    stays up until it is interrupted.
    """
    with Interrupt() as interrupt:
        began = time.monotonic()
        try:
            with (
                running(
                    plan,
                    interrupt,
                    starting=lambda: console.print(
                        "Starting PostgreSQL, Redis, the Gmail sandbox, API, worker and beat …", highlight=False, soft_wrap=True
                    ),
                ) as stack,
                Client(stack.api_url, stack.sandbox_url) as client,
            ):
                return _Demo(plan, console, interrupt, stack, client, began).run(once=once)
        except Interrupted as interrupted:
            console.print("Stopped.")
            return 128 + interrupted.number if once else 0
        except ConfigurationError:
            raise
        except AppError as error:
            console.print(str(error), style="red", markup=False, highlight=False, soft_wrap=True)
            return 1


@dataclass(frozen=True, slots=True)
class _Demo:
    plan: Plan
    console: Console
    interrupt: Interrupt
    stack: Stack
    client: Client
    began: float

    def run(self, *, once: bool) -> int:
        self._wait_until_ready()
        people = self._people()
        self._start_imports(people)
        self._watch(people, give_up=once)
        if once or self.plan.own_mail:
            verdict = self._reading(people) if self.plan.own_mail else self._verdict(people)
            if once:
                return verdict
        self.console.print(next_steps(self.stack, people[0].user_id), highlight=False, soft_wrap=True)
        return self._stay_up()

    def _wait_until_ready(self) -> None:
        patience = OWN_READY_SECONDS if self.plan.own_mail else READY_SECONDS
        while not self.client.ready():
            self._pause(0.1)
            if time.monotonic() - self.began > patience:
                raise DemoFailed(f"the API is not ready after {patience:.0f} s; see {self.stack.folder.log('api')}")
        self.console.print(
            f"Ready after {time.monotonic() - self.began:.1f} s; data and logs in {self.stack.folder.root}",
            highlight=False,
            soft_wrap=True,
        )

    def _people(self) -> list[Person]:
        """Users with a sandbox mailbox each, made through the API; connecting them stands in for Google's consent page."""
        people = [Person(self.client.ensure_user(email, f"Demo {email.partition('@')[0]}"), email) for email in self.plan.emails]
        with settings_from(self.stack.env):
            for person in people:
                self.interrupt.check()
                connections.connect(uuid.UUID(person.user_id), person.email, f"sandbox-refresh-{person.email}", SCOPES)
        return people

    def _start_imports(self, people: Sequence[Person]) -> None:
        for person in people:
            self.interrupt.check()
            self.client.start(person.user_id, OWN_MONTHS if self.plan.own_mail else MONTHS)

    def _watch(self, people: Sequence[Person], *, give_up: bool) -> None:
        """Show progress until every import has ended."""
        began = moved = time.monotonic()
        rows = self._rows(people)
        with Live(live_table(rows, 0), console=self.console, auto_refresh=False) as live:
            while not all(row.ended for row in rows):
                self._pause(TABLE_SECONDS if self.console.is_terminal else LINE_SECONDS)
                before, rows = rows, self._rows(people)
                now = time.monotonic()
                moved = now if rows != before else moved
                if give_up and now - moved > STALL_SECONDS:
                    raise DemoFailed(f"nothing moved for {STALL_SECONDS:.0f} s; see the logs in {self.stack.folder.root}")
                if self.console.is_terminal:
                    live.update(live_table(rows, now - began), refresh=True)
                else:
                    self.console.print(plain_line(rows, now - began), highlight=False, soft_wrap=True)

    def _rows(self, people: Sequence[Person]) -> list[Row]:
        return [Row.of(person.name, self.client.status(person.user_id)) for person in people]

    def _verdict(self, people: Sequence[Person]) -> int:
        """Print the comparison with the ledgers; 0 when everything is equal and balances."""
        results: list[tuple[str, Comparison, tuple[str, ...]]] = []
        for person in people:
            self.interrupt.check()
            comparison = compare(self.client.ledger(person.email), self.client.transactions(person.user_id))
            results.append((person.name, comparison, imbalances(self.client.status(person.user_id))))
        self.console.print(comparison_table(results))
        return 0 if all(not one.differences and not wrong for _, one, wrong in results) else 1

    def _reading(self, people: Sequence[Person]) -> int:
        """Print what was read of a person's own mail. There is no ledger to compare with: 0 when the counters balance."""
        (person,) = people
        status = self.client.status(person.user_id)
        wrong = imbalances(status)
        unread = self.stack.folder.log("sandbox").read_text(encoding="utf-8", errors="replace").splitlines()
        newest = list(islice(self.client.transactions(person.user_id), EXAMPLES))
        self.console.print()
        self.console.print(reading_table(status, newest, [line for line in unread if line.endswith("left out")], wrong))
        return 1 if wrong else 0

    def _stay_up(self) -> NoReturn:
        while True:
            self._pause(1.0)

    def _pause(self, seconds: float) -> None:
        self.interrupt.wait(seconds)
        self.stack.check()
