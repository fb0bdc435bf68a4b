"""Demo mailboxes for servers that run already, in containers or elsewhere: connected, imported, compared with the ledgers."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console

from app.config import get_settings
from app.errors import ConfigurationError
from app.local.client import CallFailed, Client
from app.local.display import display
from app.local.interrupt import Interrupt, Interrupted
from app.local.live_table import Row
from app.local.people import make_people, rows_of, start_imports
from app.local.verdict import verdict
from app.services import keys

POLL_SECONDS = 2.0
# A server that is restarted in the middle of it is back by then; an import that rests for longer is at fault.
PATIENCE_SECONDS = 180.0


@dataclass(frozen=True, slots=True)
class Servers:
    """Where the API and the sandbox are, and how many of the sandbox's mailboxes to import."""

    api_url: str
    sandbox_url: str
    users: int


def import_mailboxes(servers: Servers, console: Console) -> int:
    """The exit code: 0 when every import completed and balances and every ledger equals what is stored.

    Raises ConfigurationError in production, and CallFailed when a server stays away.
    """
    if get_settings().app_env == "production":
        raise ConfigurationError("APP_ENV=production: demo mailboxes have no place there")
    try:
        with Interrupt() as interrupt, _key() as secret, Client(servers.api_url, servers.sandbox_url, secret) as client:
            return _import(servers, client, console, interrupt)
    except Interrupted as interrupted:
        return 128 + interrupted.number


@contextmanager
def _key() -> Iterator[str]:
    """A key of this run alone."""
    key, secret = keys.create("demo mailboxes", ["admin"], days=1)
    try:
        yield secret
    finally:
        keys.revoke(key.id)


def _import(servers: Servers, client: Client, console: Console, interrupt: Interrupt) -> int:
    emails = [f"user{number}@sandbox.test" for number in range(1, servers.users + 1)]
    people = make_people(emails, client, interrupt.check)
    start_imports(client, people, interrupt.check)
    rows = _watch(lambda: rows_of(client, people), console, interrupt)
    return verdict(client, people, console, interrupt.check, again=any(row.known for row in rows))


def _watch(ask: Callable[[], list[Row]], console: Console, interrupt: Interrupt) -> list[Row]:
    """Show progress until every import has ended."""
    rows: list[Row] = []
    began = moved = time.monotonic()
    with display(console) as show:
        while not rows or not all(row.ended for row in rows):
            interrupt.wait(POLL_SECONDS if rows else 0)
            try:
                now = ask()
            except CallFailed:
                now = rows
                if time.monotonic() - moved > PATIENCE_SECONDS:
                    raise
            if now == rows and time.monotonic() - moved > PATIENCE_SECONDS:
                raise CallFailed(f"nothing moved for {PATIENCE_SECONDS:.0f} s; see the worker's log")
            moved = time.monotonic() if now != rows else moved
            rows = now
            show(rows, time.monotonic() - began)
    return rows
