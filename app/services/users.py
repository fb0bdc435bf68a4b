"""People."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.db import transaction
from app.errors import Conflict, NotFound
from app.models import GmailConnection, User
from app.storage import connections, users


@dataclass(frozen=True, slots=True)
class Person:
    """A user, and the state of their mailbox's connection (None before the first one)."""

    id: uuid.UUID
    email: str
    display_name: str | None
    connection_state: str | None
    connection_reason: str | None
    connected_mailbox: str | None
    last_email_fetch_time: datetime | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Grant:
    """A mailbox's connection, as its person may see it. `way` is how new mail is noticed."""

    user_id: uuid.UUID
    state: str
    reason: str | None
    mailbox: str
    scopes: Sequence[str]
    last_sync_at: datetime | None
    next_sync_at: datetime | None
    failed_attempts: int
    way: str = "poll"


def create(email: str, display_name: str | None = None) -> Person:
    """Raises Conflict (`email_taken`). Addresses are compared in lower case."""
    with transaction() as session:
        user = users.add(session, email=email.lower(), display_name=display_name)
        if user is None:
            raise Conflict("a user with this address exists", code="email_taken")
        return _person(user, None)


def existing(user_ids: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    """Those of them that there are."""
    if not user_ids:
        return set()
    with transaction() as session:
        return users.existing(session, user_ids)


def get(user_id: uuid.UUID) -> Person:
    """Raises NotFound (`user_not_found`)."""
    with transaction() as session:
        user = users.get(session, user_id)
        if user is None:
            raise NotFound(f"no user {user_id}", code="user_not_found")
        return _person(user, connections.get(session, user_id))


def connection(user_id: uuid.UUID) -> Grant:
    """Raises NotFound (`user_not_found`) and Conflict (`not_connected`)."""
    with transaction() as session:
        user, found = users.get(session, user_id), connections.get(session, user_id)
    if user is None:
        raise NotFound(f"no user {user_id}", code="user_not_found")
    if found is None:
        raise Conflict("this user has not connected a mailbox", code="not_connected")
    return Grant(
        user_id=user_id,
        state=found.state,
        reason=found.state_reason,
        mailbox=found.email_address,
        scopes=found.scopes,
        last_sync_at=user.last_email_fetch_time,
        next_sync_at=found.next_sync_at if found.state == "active" else None,
        failed_attempts=found.sync_attempts,
    )


def find_by_email(email: str) -> Person | None:
    with transaction() as session:
        user = users.find_by_email(session, email.lower())
    return get(user.id) if user else None


def search(words: str | None, *, limit: int, state: str | None = None) -> list[Person]:
    """Those who came last first, all or those whose address holds the words."""
    with transaction() as session:
        return [_person(user, connection) for user, connection in users.search(session, words, state, limit=limit)]


def first_connected() -> Person | None:
    """The user who connected first; for trying things out."""
    with transaction() as session:
        connection = connections.first_active(session)
    return get(connection.user_id) if connection else None


def _person(user: User, connection: GmailConnection | None) -> Person:
    return Person(
        id=user.id,
        email=user.email,
        display_name=user.display_name,
        connection_state=connection.state if connection else None,
        connection_reason=connection.state_reason if connection else None,
        connected_mailbox=connection.email_address if connection else None,
        last_email_fetch_time=user.last_email_fetch_time,
        created_at=user.created_at,
    )
