import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, or_, select, text, true, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.models import EmailSyncJob, GmailConnection, User
from app.models.email_sync_job import LIVE_SYNC
from app.models.gmail_connection import MAILBOX
from app.storage import connection_events
from app.storage.clock import after, now

OVERLAP_EVERY_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True)
class Check:
    """A claimed look at a mailbox: its cursor, since when a date query must ask if the cursor is no good, and whether it is time
    to compare the last days with what is known of them."""

    user_id: uuid.UUID
    lease_token: uuid.UUID
    history_id: int | None
    last_fetch: datetime | None
    grant_version: int
    attempts: int
    overlap_due: bool
    claimed_at: datetime


def get(session: Session, user_id: uuid.UUID) -> GmailConnection | None:
    return session.scalar(select(GmailConnection).where(GmailConnection.user_id == user_id))


def lock(session: Session, user_id: uuid.UUID) -> GmailConnection | None:
    """The connection, locked until the transaction ends and read anew."""
    statement = select(GmailConnection).where(GmailConnection.user_id == user_id).with_for_update(key_share=True)
    return session.scalar(statement.execution_options(populate_existing=True))


def rename(session: Session, user_id: uuid.UUID, email_address: str) -> None:
    """The same mailbox under another address: its cursor stays good, and the ids of its jobs."""
    before = session.scalar(select(GmailConnection.mailbox).where(GmailConnection.user_id == user_id))
    renamed = update(GmailConnection).where(GmailConnection.user_id == user_id).values(email_address=email_address)
    mailbox = session.scalar(renamed.returning(GmailConnection.mailbox))
    if mailbox != before:
        its_jobs = update(EmailSyncJob).where(EmailSyncJob.user_id == user_id, EmailSyncJob.mailbox == before)
        session.execute(its_jobs.values(mailbox=mailbox))


def upsert(
    session: Session,
    *,
    user_id: uuid.UUID,
    email_address: str,
    scopes: Sequence[str],
    refresh_token_encrypted: bytes,
    access_token_encrypted: bytes | None = None,
    access_token_expires_at: datetime | None = None,
) -> None:
    """Connect or reconnect. The same mailbox keeps its cursor, and if it has one it is looked at soon; another starts anew."""
    values = {
        "email_address": email_address,
        "scopes": list(scopes),
        "refresh_token_encrypted": refresh_token_encrypted,
        "access_token_encrypted": access_token_encrypted,
        "access_token_expires_at": access_token_expires_at,
        "state": "active",
        "state_reason": None,
        "sync_attempts": 0,
    }
    statement = insert(GmailConnection).values(user_id=user_id, **values)
    same = GmailConnection.email_address == statement.excluded.email_address
    # Also of a mailbox without a cursor, whose first import was cancelled before it was listed.
    looked_at = or_(GmailConnection.history_id.is_not(None), GmailConnection.overlap_checked_at.is_not(None))
    next_look = func.coalesce(GmailConnection.next_sync_at, case((looked_at, now())))
    kept = {
        "history_id": GmailConnection.history_id,
        "next_sync_at": next_look,
        "overlap_checked_at": GmailConnection.overlap_checked_at,
        "lease_token": GmailConnection.lease_token,
        "lease_expires_at": GmailConnection.lease_expires_at,
    }
    again = {"grant_version": GmailConnection.grant_version + 1, "updated_at": now()}
    session.execute(
        statement.on_conflict_do_update(
            constraint="uq_gmail_connections_user_id",
            set_={**values, **again, **{name: case((same, value)) for name, value in kept.items()}},
        )
    )


def needs_reconnect(session: Session, user_id: uuid.UUID, reason: str, *, grant: int | None = None) -> bool:
    """The grant is gone: keep the cursor and the data, stop the schedule, and note it once for the person to be told.

    `grant` is the version that was refused, None when that is the present one for sure. False when the person has connected
    again since: nothing is known against the new grant.
    """
    is_it = true() if grant is None else GmailConnection.grant_version == grant
    ended = session.scalar(
        update(GmailConnection)
        .where(GmailConnection.user_id == user_id, GmailConnection.state == "active", is_it)
        .values(
            state="needs_reconnect",
            state_reason=reason,
            access_token_encrypted=None,
            next_sync_at=None,
            lease_token=None,
            lease_expires_at=None,
            updated_at=now(),
        )
        .returning(GmailConnection.id)
    )
    if ended is not None:
        connection_events.add(session, user_id, "needs_reconnect", reason)
        return True
    connection = lock(session, user_id)
    return connection is None or connection.state != "active"


def states_of(session: Session, user_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, tuple[str, str | None]]:
    """State and reason of each connection there is."""
    columns = (GmailConnection.user_id, GmailConnection.state, GmailConnection.state_reason)
    found = session.execute(select(*columns).where(GmailConnection.user_id.in_(user_ids)))
    return {user_id: (state, reason) for user_id, state, reason in found}


def lock_mailbox(session: Session, email_address: str) -> None:
    """Whoever connects or leaves this mailbox, as the first or the last, waits for the others until their transaction ends."""
    number = MAILBOX.replace("email_address::text", "CAST(:address AS text)")
    session.execute(text(f"SELECT pg_advisory_xact_lock({number})"), {"address": email_address})


def is_shared(session: Session, connection: GmailConnection) -> bool:
    """Does somebody else read the same mailbox? Holds its lock, as `is_read` does."""
    return is_read(session, connection.mailbox, but_by=connection.id)


def is_read(session: Session, mailbox: int, *, but_by: uuid.UUID | None = None) -> bool:
    """Is there an active connection to this mailbox, other than `but_by`?"""
    session.execute(select(func.pg_advisory_xact_lock(mailbox)))
    readers = select(GmailConnection.id).where(GmailConnection.mailbox == mailbox, GmailConnection.state == "active")
    if but_by is not None:
        readers = readers.where(GmailConnection.id != but_by)
    return session.scalar(readers.limit(1)) is not None


def disconnect(session: Session, connection: GmailConnection, reason: str) -> None:
    """The person has left: no token is kept and nothing is scheduled; the cursor stays for when they come back."""
    nothing = dict.fromkeys(
        (
            *("refresh_token_encrypted", "access_token_encrypted", "access_token_expires_at"),
            *("next_sync_at", "lease_token", "lease_expires_at"),
        )
    )
    session.execute(
        update(GmailConnection)
        .where(GmailConnection.id == connection.id)
        .values(state="disconnected", state_reason=reason, updated_at=now(), **nothing)
    )


_overlap_due = func.coalesce(GmailConnection.overlap_checked_at < after(-OVERLAP_EVERY_SECONDS), true())


def claim_check(session: Session, user_id: uuid.UUID, lease_seconds: float) -> Check | None:
    """Lease the mailbox for one incremental look; None while a job is live, another look runs, or it is not connected."""
    live = select(EmailSyncJob.id).where(EmailSyncJob.user_id == user_id, text(LIVE_SYNC)).exists()
    token = uuid.uuid4()
    row = session.execute(
        update(GmailConnection)
        .where(
            GmailConnection.user_id == user_id,
            GmailConnection.state == "active",
            or_(GmailConnection.lease_expires_at.is_(None), GmailConnection.lease_expires_at < now()),
            ~live,
        )
        .values(lease_token=token, lease_expires_at=after(lease_seconds))
        .returning(GmailConnection.history_id, GmailConnection.grant_version, GmailConnection.sync_attempts, _overlap_due, now())
    ).one_or_none()
    if row is None:
        return None
    last_fetch = session.scalar(select(User.last_email_fetch_time).where(User.id == user_id))
    return Check(user_id, token, row[0], last_fetch, *row[1:])


def end_lost_check(session: Session, user_id: uuid.UUID, *, most: int, rest_seconds: float) -> int | None:
    """Count a look whose lease ran out, for its worker is dead or too slow: how many were lost or failed in a row, None if this
    one was not lost. From `most` on the mailbox rests before the next."""
    attempts = GmailConnection.sync_attempts + 1
    statement = (
        update(GmailConnection)
        .where(GmailConnection.user_id == user_id, GmailConnection.state == "active", GmailConnection.lease_expires_at < now())
        .values(
            lease_token=None,
            lease_expires_at=None,
            sync_attempts=attempts,
            next_sync_at=case((attempts >= most, after(rest_seconds)), else_=GmailConnection.next_sync_at),
        )
        .returning(GmailConnection.sync_attempts)
    )
    return session.scalar(statement)


def count_missed(session: Session, check: Check, missed: int) -> None:
    """The overlap was compared just now, and so many mails were not known."""
    session.execute(
        update(GmailConnection)
        .where(GmailConnection.user_id == check.user_id)
        .values(overlap_checked_at=now(), overlap_missed=GmailConnection.overlap_missed + missed)
    )


def end_check(
    session: Session, check: Check, *, next_sync_seconds: float, history_id: int | None = None, attempts: int = 0
) -> bool:
    """Let go of the lease and say when to look again; False when the lease was lost meanwhile."""
    values: dict[str, object] = {
        "lease_token": None,
        "lease_expires_at": None,
        "sync_attempts": attempts,
        "next_sync_at": after(next_sync_seconds),
    }
    if history_id is not None:
        values["history_id"] = history_id
    ended = session.execute(
        update(GmailConnection)
        .where(
            GmailConnection.user_id == check.user_id,
            GmailConnection.lease_token == check.lease_token,
            GmailConnection.lease_expires_at > now(),
        )
        .values(**values)
        .returning(GmailConnection.id)
    )
    return ended.one_or_none() is not None


def advance_cursor(session: Session, user_id: uuid.UUID, history_id: int | None, *, next_sync_seconds: float) -> None:
    """Save the cursor pinned before a listing, now that every id it listed has its outcome. Whose grant has ended meanwhile goes
    on from there when they connect again."""
    next_look = case((GmailConnection.state == "active", after(next_sync_seconds)))
    session.execute(
        update(GmailConnection)
        .where(GmailConnection.user_id == user_id, GmailConnection.state != "disconnected")
        .values(history_id=history_id, next_sync_at=next_look)
    )


def begin_cursor(
    session: Session, user_id: uuid.UUID, history_id: int | None, *, next_sync_seconds: float, compare_seconds: float
) -> bool:
    """Look at a mailbox from now on that no import was completed of, and compare the last days for the first time in
    `compare_seconds`; False when it is looked at already, or its person has left. Whose grant has ended is looked at when they
    connect again."""
    begun = update(GmailConnection).where(
        GmailConnection.user_id == user_id,
        GmailConnection.state != "disconnected",
        GmailConnection.history_id.is_(None),
        GmailConnection.next_sync_at.is_(None),
    )
    values = {
        "history_id": history_id,
        "next_sync_at": case((GmailConnection.state == "active", after(next_sync_seconds))),
        "overlap_checked_at": after(compare_seconds - OVERLAP_EVERY_SECONDS),
    }
    return session.scalar(begun.values(values).returning(GmailConnection.id)) is not None


def first_active(session: Session) -> GmailConnection | None:
    statement = select(GmailConnection).where(GmailConnection.state == "active").order_by(GmailConnection.created_at)
    return session.scalars(statement.limit(1)).first()
