"""What the demo prints at its end: what was read of a person's own mail, or what to do next."""

import contextlib
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Group
from rich.table import Table
from rich.text import Text

from app.local.compare import Record
from app.local.supervisor import Stack
from app.local.verdict import EXAMPLES


def reading_table(status: Record, newest: Sequence[Record], unread: Sequence[str], wrong: Sequence[str]) -> Group:
    """What became of a person's own mails, their newest transactions, and what of the export could not be read."""
    table = Table(title="What was read", box=None, pad_edge=False, title_justify="left", show_header=False)
    table.add_column("what")
    table.add_column("count", justify="right")
    table.add_row("mails", str(status["total_emails"]))
    for outcome, count in status["outcomes"].items():
        table.add_row(f"  {outcome}", str(count))
    table.add_row("transactions", str(status["parsed_transactions"]))
    lines = [Text(f"  {line}", "yellow") for line in unread[:EXAMPLES]]
    if len(unread) > EXAMPLES:
        lines.append(Text(f"  … and {len(unread) - EXAMPLES} more; see the sandbox's log", "yellow"))
    balance = (
        Text(f"Not balanced: {'; '.join(wrong)}.", "red") if wrong else Text("Balanced: every mail has its outcome.", "green")
    )
    return Group(table, *([_newest(newest)] if newest else []), *lines, balance)


def _newest(transactions: Sequence[Record]) -> Table:
    table = Table(title="The newest transactions", box=None, pad_edge=False, title_justify="left")
    table.add_column("when", no_wrap=True)
    table.add_column("amount", justify="right", no_wrap=True)
    for name in ("", "kind", "counterparty"):
        table.add_column(name)
    for one in transactions:
        when, amount = str(one["occurred_at"] or "")[:16].replace("T", " "), f"{one['amount']} {one['currency']}"
        table.add_row(when, amount, one["direction"], one["kind"], one["counterparty"] or "")
    return table


def next_steps(stack: Stack, user_id: str) -> Text:
    """The addresses, and a ready command for each endpoint."""
    api = f"{stack.api_url}/api/v1"
    calls = (
        ("start", f"curl -X POST '{api}/email-sync/start/{user_id}?months=6'"),
        ("status", f"curl '{api}/email-sync/status/{user_id}'"),
        ("history", f"curl '{api}/email-sync/history/{user_id}?limit=10'"),
        ("stats", f"curl '{api}/email-sync/stats'"),
        ("user", f"curl '{api}/users/{user_id}'"),
        ("transactions", f"curl '{api}/transactions?user_id={user_id}&limit=10'"),
        ("health", f"curl '{stack.api_url}/health/ready'"),
    )
    pages = (
        ("Pages", f"{stack.api_url}/"),
        ("API docs", f"{stack.api_url}/docs"),
        ("ReDoc", f"{stack.api_url}/redoc"),
        ("sign in", f"{api}/auth/google/login"),
        ("Gmail sandbox", stack.sandbox_url),
    )
    lines = ["", *(f"{name:<14}{where}" for name, where in pages), "", *(f"{name:<14}{call}" for name, call in calls)]
    openness = "The API is open to this machine without a key, and to no other."
    return Text("\n".join([*lines, "", *_commands(stack), "", openness, "Running until Ctrl-C."]))


def _commands(stack: Stack) -> list[str]:
    """Commands for another shell, each in one of its own: settings that stay would still name these servers after their end."""
    python = _shown(Path(sys.executable))
    commands = (
        ("import", "test_celery_task.py user1@sandbox.test"),
        ("make a key", "-m app keys create --name backend --scope admin"),
        ("celery", "-m celery -A app.celery_app status"),
    )
    return [f"{name:<14}(set -a; . {_shown(stack.folder.env)}; {python} {command})" for name, command in commands]


def known_mails(known: int, *, embedded: bool) -> str:
    """One line on mails that a run before this one had imported."""
    again = " --fresh starts over." if embedded else ""
    return f"{known} mails were imported by an earlier run and are not fetched again.{again}"


def _shown(path: Path) -> str:
    """From where the command was given, when it is below; ready for a shell."""
    with contextlib.suppress(ValueError):
        return shlex.quote(f"./{path.relative_to(Path.cwd())}")
    return shlex.quote(str(path))
