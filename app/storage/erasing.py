"""Deleting what belongs to a user: every table that has a `user_id`, those to come as well."""

import uuid
from collections.abc import Collection, Iterator
from datetime import datetime

from sqlalchemy import Table, delete, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.db import Base
from app.models import EmailSyncBatch, EmailSyncJob, Erasure, GmailConnection, User
from app.storage import accesses
from app.storage.clock import after, now

# What stays when only the data goes: the account, how it is signed in to, who looked at it and who is told of it.
_ACCOUNT = frozenset(
    {"users", "gmail_connections", "browser_sessions", "sign_ins", "connection_events", "access_records", "webhook_deliveries"}
)


def be_patient(session: Session) -> None:
    """A person leaves once: their rows may take longer than a request's usual statement, and a token's refresh is waited for.
    The record of who looked at them may go with them."""
    accesses.allow_forgetting(session)
    session.execute(text("SET LOCAL statement_timeout = '120s'; SET LOCAL lock_timeout = '15s'"))


def lock_user(session: Session, user_id: uuid.UUID) -> bool:
    """Everything a worker may hold, in the order in which workers take it: batches, jobs, connection, user. False if there is
    no such user."""
    for model in (EmailSyncBatch, EmailSyncJob, GmailConnection):
        session.execute(select(model.id).where(model.user_id == user_id).order_by(model.id).with_for_update()).all()
    return session.scalar(select(User.id).where(User.id == user_id).with_for_update()) is not None


def delete_data(session: Session, user_id: uuid.UUID) -> dict[str, int]:
    """What was imported and made of it; returns rows by table. The mailbox starts anew if it is connected again."""
    rows = _delete(session, user_id, [table for table in _owned() if table.name not in _ACCOUNT])
    nothing = {"history_id": None, "overlap_checked_at": None, "overlap_missed": 0, "updated_at": now()}
    session.execute(update(GmailConnection).where(GmailConnection.user_id == user_id).values(nothing))
    session.execute(update(User).where(User.id == user_id).values(last_email_fetch_time=None))
    return rows


def delete_user(session: Session, user_id: uuid.UUID) -> dict[str, int]:
    """Everything; returns rows by table."""
    rows = _delete(session, user_id, list(_owned()))
    gone = session.scalars(delete(User).where(User.id == user_id).returning(User.id)).all()
    return {**rows, "users": len(gone)}


def _owned() -> Iterator[Table]:
    """Tables with a user's id, those that point at others first. A receipt names its user as long as it is needed."""
    return (table for table in reversed(Base.metadata.sorted_tables) if "user_id" in table.c and table.name != "erasures")


def _delete(session: Session, user_id: uuid.UUID, tables: Collection[Table]) -> dict[str, int]:
    session.flush()
    deleted = {
        table.name: session.connection().execute(delete(table).where(table.c.user_id == user_id)).rowcount for table in tables
    }
    session.expire_all()
    return {name: count for name, count in deleted.items() if count}


# ── receipts ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def begin(session: Session, user_id: uuid.UUID, revocation: str) -> uuid.UUID:
    """The receipt to be filled in; the same one when it was asked for before."""
    statement = insert(Erasure).values(user_id=user_id, revocation=revocation)
    again = {"requested_at": Erasure.requested_at}
    unfinished = text("user_id IS NOT NULL")
    found: uuid.UUID = session.scalars(
        statement.on_conflict_do_update(index_elements=["user_id"], index_where=unfinished, set_=again).returning(Erasure.id)
    ).one()
    return found


def erased(session: Session, erasure_id: uuid.UUID, rows: dict[str, int]) -> None:
    session.execute(
        update(Erasure).where(Erasure.id == erasure_id, Erasure.erased_at.is_(None)).values(erased_at=now(), erased_rows=rows)
    )


def forgotten(session: Session, erasure_id: uuid.UUID, redis_entries: int) -> None:
    """Redis has forgotten the user, and so do we."""
    session.execute(update(Erasure).where(Erasure.id == erasure_id).values(user_id=None, redis_entries=redis_entries))


def receipt(session: Session, erasure_id: uuid.UUID) -> Erasure | None:
    return session.scalar(select(Erasure).where(Erasure.id == erasure_id).execution_options(populate_existing=True))


def unfinished(session: Session, *, older_than_seconds: float, limit: int) -> list[tuple[uuid.UUID, uuid.UUID, datetime | None]]:
    """(erasure, user, erased_at) of those whose request did not come to its end."""
    statement = (
        select(Erasure.id, Erasure.user_id, Erasure.erased_at)
        .where(Erasure.user_id.is_not(None), Erasure.requested_at < after(-older_than_seconds))
        .order_by(Erasure.requested_at)
        .limit(limit)
    )
    return [(row.id, row.user_id, row.erased_at) for row in session.execute(statement) if row.user_id is not None]
