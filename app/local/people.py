"""The demo's users: each with a mailbox of the sandbox, made, connected and started through the API."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.local.client import Client
from app.local.live_table import Row
from app.services import connections

MONTHS = 6
OWN_MONTHS = 24  # an export may be old, and as far back as the API goes
SCOPES = ("https://www.googleapis.com/auth/gmail.readonly",)


@dataclass(frozen=True, slots=True)
class Person:
    user_id: str
    email: str

    @property
    def name(self) -> str:
        return self.email.partition("@")[0]


def make_people(emails: Sequence[str], client: Client, check: Callable[[], None]) -> list[Person]:
    """Users with a sandbox mailbox each, made through the API; connecting them stands in for Google's consent page.

    The connection is written by this process: its settings must be the stack's.
    """
    people = [Person(client.ensure_user(email, f"Demo {email.partition('@')[0]}"), email) for email in emails]
    for person in people:
        check()
        connections.connect(uuid.UUID(person.user_id), person.email, f"sandbox-refresh-{person.email}", SCOPES)
    return people


def start_imports(client: Client, people: Sequence[Person], check: Callable[[], None], *, months: int = MONTHS) -> None:
    for person in people:
        check()
        client.start(person.user_id, months)


def rows_of(client: Client, people: Sequence[Person]) -> list[Row]:
    return [Row.of(person.name, client.status(person.user_id)) for person in people]
