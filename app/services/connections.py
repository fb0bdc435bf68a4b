"""Connecting a mailbox, and opening it."""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from sqlalchemy.orm import Session

from app import queue
from app.db import after_commit, transaction
from app.errors import AppError, Conflict, GrantRevoked, MailboxGone, NotFound, ProjectStopped
from app.gmail.client import open_mailbox
from app.gmail.credentials import AccessToken
from app.gmail.oauth import GMAIL_READONLY
from app.gmail.port import Gmail
from app.models import GmailConnection
from app.models.email_sync_job import MAILBOX_CHANGED
from app.services import endings
from app.services.cipher import encrypt
from app.services.granting import Grant
from app.services.tokens import DatabaseTokens
from app.storage import connection_events, connections, jobs, quota, revocations, users

GMAIL_SCOPES = (GMAIL_READONLY, "https://mail.google.com/")


def connect(
    user_id: uuid.UUID, email_address: str, refresh_token: str, scopes: Sequence[str], *, access: AccessToken | None = None
) -> None:
    """Store a grant, encrypted. Connecting again replaces the token; the same mailbox keeps its cursor, another one ends
    the live job.

    Raises NotFound for an unknown user and Conflict (`missing_gmail_scope`) when the grant does not cover reading mail.
    """
    require_gmail(scopes)
    with transaction() as session:
        if users.get(session, user_id) is None:
            raise NotFound(f"no user {user_id}", code="user_not_found")
        keep(session, user_id, email_address, Grant(refresh_token, scopes, access))


def require_gmail(scopes: Sequence[str]) -> None:
    """Raises Conflict (`missing_gmail_scope`): a person may untick Gmail and grant the rest."""
    if not set(scopes) & set(GMAIL_SCOPES):
        raise Conflict("the grant does not cover reading Gmail", code="missing_gmail_scope")


def keep(session: Session, user_id: uuid.UUID, email_address: str, grant: Grant, *, same_account: bool = False) -> None:
    """The same, in the caller's transaction, of a user who exists and scopes that were looked at.

    `same_account`: the Google account is the one of before, so another address is only another name of the same mailbox.
    """
    live = jobs.lock_live(session, user_id)
    before = connections.lock(session, user_id)
    same = before is None or same_account or before.email_address.lower() == email_address.lower()
    if same:
        connections.rename(session, user_id, email_address)
        revocations.cancel(session, user_id)
    for job in () if same else live:
        # Its ids mean nothing in the other mailbox, and its cursor would be the wrong one.
        endings.fail(session, job, MAILBOX_CHANGED)
    connections.lock_mailbox(session, email_address)
    connections.upsert(
        session,
        user_id=user_id,
        email_address=email_address,
        scopes=grant.scopes,
        refresh_token_encrypted=encrypt(user_id, grant.refresh_token),
        # The first listing, for which a person waits, does without a trip to the token endpoint.
        access_token_encrypted=encrypt(user_id, grant.access.token) if grant.access else None,
        access_token_expires_at=grant.access.expires_at if grant.access else None,
    )
    connection_events.add(session, user_id, "connected" if before is None else "reconnected")
    if same and before is not None and before.history_id is not None:
        # Due at once; the sweeper, which rings for what is due, comes by but once a minute.
        after_commit(session, partial(queue.ring_incremental, user_id))


def require_active(session: Session, user_id: uuid.UUID) -> GmailConnection:
    """The user's connection. Raises NotFound (`user_not_found`) and Conflict (`not_connected`, `needs_reconnect`)."""
    if users.get(session, user_id) is None:
        raise NotFound(f"no user {user_id}", code="user_not_found")
    connection = connections.get(session, user_id)
    if connection is None or connection.state == "disconnected":
        raise Conflict("no mailbox is connected", code="not_connected")
    if connection.state != "active":
        raise Conflict(f"the mailbox must be connected again: {connection.state_reason}", code="needs_reconnect")
    return connection


def refusal(connection: GmailConnection, error: AppError) -> AppError:
    """What to raise when somebody waits and Google refused them with `error`; what holds for every later call is remembered."""
    if isinstance(error, GrantRevoked | MailboxGone):
        with transaction() as session:
            connections.needs_reconnect(session, connection.user_id, endings.reason(error), grant=connection.grant_version)
        return Conflict("the mailbox must be connected again", code="needs_reconnect")
    if isinstance(error, ProjectStopped):
        with transaction() as session:
            quota.stop_day(session, error.code, endings.STOPPED_PROJECT_SECONDS)
    return error


@contextmanager
def mailbox_of(user_id: uuid.UUID, known: GmailConnection | None = None) -> Iterator[Gmail]:
    """The user's Gmail; closed at the end. `known` is their connection if it has just been read."""
    gmail = open_mailbox(DatabaseTokens(user_id, known))
    try:
        yield gmail
    finally:
        gmail.close()
