"""The README's picture of the live table, taken of a real run: `python -m app.local.picture docs/live-table.svg`."""

import re
import sys
import tempfile
import time
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from rich.console import Console

from app.local.client import Client
from app.local.environment import settings_from
from app.local.interrupt import Interrupt
from app.local.live_table import Row, live_table
from app.local.people import make_people, rows_of, start_imports
from app.local.supervisor import Plan, Stack, running

WIDTH = 80
FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def drawn(rows: Sequence[Row], seconds: float) -> str:
    """The table as SVG."""
    console = Console(record=True, width=WIDTH, force_terminal=True, color_system="truecolor", file=StringIO())
    console.print(live_table(rows, seconds))
    # A page that shows the picture must not ask another host for a font.
    return FONT.sub("", console.export_svg(title="make demo"))


def take(stack: Stack, client: Client, interrupt: Interrupt, share: float) -> str:
    """Run the imports until this share of the mails is processed; what the table shows then."""
    while not client.ready():
        interrupt.wait(0.1)
    with settings_from(stack.env):
        people = make_people(stack.plan.emails, client, interrupt.check)
    start_imports(client, people, interrupt.check)
    began = time.monotonic()
    while True:
        interrupt.wait(0.2)
        stack.check()
        rows = rows_of(client, people)
        if sum(row.processed for row in rows) >= share * stack.plan.users * stack.plan.mails:
            return drawn(rows, time.monotonic() - began)


def main(path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="fincoach-", ignore_cleanup_errors=True) as folder, Interrupt() as interrupt:
        plan = Plan(data=Path(folder))
        with running(plan, interrupt) as stack, Client(stack.api_url, stack.sandbox_url) as client:
            path.write_text(take(stack, client, interrupt, share=0.4), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
