"""The demo: mailboxes with real-format mail, imported through the real API, watched live, and with --once checked to the cent."""

import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import NoReturn

from rich.console import Console

from app.errors import AppError, ConfigurationError
from app.local.client import Client
from app.local.compare import imbalances
from app.local.display import display
from app.local.environment import settings_from
from app.local.interrupt import Interrupt, Interrupted
from app.local.people import MONTHS, OWN_MONTHS, Person, make_people, rows_of, start_imports
from app.local.reports import known_mails, next_steps, reading_table
from app.local.supervisor import Plan, Stack, running
from app.local.verdict import verdict

READY_SECONDS = 90.0
OWN_READY_SECONDS = 900.0  # the sandbox walks through a large export before it answers
EXAMPLES = 10
TABLE_SECONDS = 0.5
LINE_SECONDS = 3.0
# Under the slowest tariff a mailbox moves every few seconds; this long without any movement is a fault.
STALL_SECONDS = 180.0


class DemoFailed(AppError):
    code = "demo_failed"
    title = "The demo cannot go on"


def demo(plan: Plan, console: Console, *, once: bool) -> int:
    """Run the demo; the answer is the exit code.

    With `once`: 0 when every job completed and balances and every ledger equals the stored transactions, else 1. Without, it
    stays up until it is interrupted. A plan without a data folder gets one that is thrown away, unless its run fails.
    """
    if plan.data is not None:
        return _demo(plan, console, once=once, where=f"; data and logs in {plan.data.resolve()}")
    folder = Path(tempfile.mkdtemp(prefix="fincoach-")).resolve()
    code = 1
    try:
        code = _demo(replace(plan, data=folder), console, once=once, where="")
    except ConfigurationError:
        code = 2  # nothing ran that could be looked at
        raise
    finally:
        if code == 1:
            _say(console, f"Data and logs are kept in {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    return code


def _demo(plan: Plan, console: Console, *, once: bool, where: str) -> int:
    with Interrupt() as interrupt:
        began = time.monotonic()
        try:
            with (
                running(
                    plan,
                    interrupt,
                    starting=lambda: _say(console, "Starting PostgreSQL, Redis, the Gmail sandbox, API, worker and beat …"),
                ) as stack,
                Client(stack.api_url, stack.sandbox_url) as client,
            ):
                return _Demo(console, interrupt, stack, client, began, where).run(once=once)
        except Interrupted as interrupted:
            console.print("Stopped.")
            return 128 + interrupted.number if once else 0
        except ConfigurationError:
            raise
        except AppError as error:
            _say(console, str(error), style="red")
            return 1


def _say(console: Console, sentence: str, style: str | None = None) -> None:
    console.print(sentence, style=style, markup=False, highlight=False, soft_wrap=True)


@dataclass(frozen=True, slots=True)
class _Demo:
    """`where` ends the line that says it is ready: what is thrown away is not announced."""

    console: Console
    interrupt: Interrupt
    stack: Stack
    client: Client
    began: float
    where: str

    def run(self, *, once: bool) -> int:
        self._wait_until_ready()
        with settings_from(self.stack.env):
            people = make_people(self.stack.plan.emails, self.client, self.interrupt.check)
        own = bool(self.stack.plan.own_mail)
        start_imports(self.client, people, self.interrupt.check, months=OWN_MONTHS if own else MONTHS)
        self._watch(people, give_up=once)
        if once or own:
            code = self._reading(people) if own else self._verdict(people)
            if once:
                return code
        self.console.print(next_steps(self.stack, people[0].user_id), highlight=False, soft_wrap=True)
        return self._stay_up()

    def _wait_until_ready(self) -> None:
        patience = OWN_READY_SECONDS if self.stack.plan.own_mail else READY_SECONDS
        while not self.client.ready():
            self._pause(0.1)
            if time.monotonic() - self.began > patience:
                raise DemoFailed(f"the API is not ready after {patience:.0f} s; see {self.stack.folder.log('api')}")
        _say(self.console, f"Ready after {time.monotonic() - self.began:.1f} s{self.where}")

    def _watch(self, people: Sequence[Person], *, give_up: bool) -> None:
        """Show progress until every import has ended."""
        began = moved = time.monotonic()
        rows = rows_of(self.client, people)
        with display(self.console) as show:
            show(rows, 0)
            while not all(row.ended for row in rows):
                self._pause(TABLE_SECONDS if self.console.is_terminal else LINE_SECONDS)
                before, rows = rows, rows_of(self.client, people)
                now = time.monotonic()
                moved = now if rows != before else moved
                if give_up and now - moved > STALL_SECONDS:
                    raise DemoFailed(f"nothing moved for {STALL_SECONDS:.0f} s; see the logs in {self.stack.folder.root}")
                show(rows, now - began)
        if known := sum(row.known for row in rows):
            _say(self.console, known_mails(known, embedded=not self.stack.named.database))

    def _verdict(self, people: Sequence[Person]) -> int:
        return verdict(self.client, people, self.console, self.interrupt.check, again=self.stack.again)

    def _reading(self, people: Sequence[Person]) -> int:
        """Print what was read of a person's own mail. There is no ledger to compare with: 0 when the counters balance."""
        (person,) = people
        status = self.client.status(person.user_id)
        wrong = imbalances(status)
        unread = self.stack.folder.log("sandbox").read_text(encoding="utf-8", errors="replace").splitlines()
        newest = list(islice(self.client.transactions(person.user_id), EXAMPLES))
        self.console.print(reading_table(status, newest, [line for line in unread if line.endswith("left out")], wrong))
        return 1 if wrong else 0

    def _stay_up(self) -> NoReturn:
        while True:
            self._pause(1.0)

    def _pause(self, seconds: float) -> None:
        self.interrupt.wait(seconds)
        self.stack.check()
