"""Tokens that Google is still to be told to end."""

import uuid
from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ColumnElement

from app.models import Erasure, GmailConnection, TokenRevocation
from app.storage.clock import after, now, this_moment


@dataclass(frozen=True, slots=True)
class Due:
    """`overdue`: it has been tried for so long that this is the last time."""

    id: uuid.UUID
    token_encrypted: bytes
    mailbox: int | None
    attempts: int
    overdue: bool


def add(
    session: Session,
    revocation_id: uuid.UUID,
    token_encrypted: bytes,
    *,
    connection_id: uuid.UUID,
    mailbox: int,
    first_try_seconds: float,
) -> None:
    """`first_try_seconds`: until then it is the caller's to try."""
    session.add(
        TokenRevocation(
            id=revocation_id,
            connection_id=connection_id,
            token_encrypted=token_encrypted,
            mailbox=mailbox,
            next_try_at=after(first_try_seconds),
        )
    )
    session.flush()


def give_to(session: Session, user_id: uuid.UUID, erasure_id: uuid.UUID) -> None:
    """The connection goes; the receipt is told instead."""
    session.execute(update(TokenRevocation).where(_of(user_id)).values(erasure_id=erasure_id))


def cancel(session: Session, user_id: uuid.UUID) -> None:
    """Connected again: to end the old token now would end the new grant with it."""
    session.execute(delete(TokenRevocation).where(_of(user_id)))


def _of(user_id: uuid.UUID) -> ColumnElement[bool]:
    return TokenRevocation.connection_id.in_(select(GmailConnection.id).where(GmailConnection.user_id == user_id))


def take_due(session: Session, *, again_seconds: float, overdue_after_seconds: float, only: uuid.UUID | None = None) -> list[Due]:
    """The next one to try, or just this one; put off, so that nobody else tries meanwhile. Empty when there is none."""
    due = select(TokenRevocation.id).order_by(TokenRevocation.next_try_at).limit(1).with_for_update(skip_locked=True)
    due = due.where(TokenRevocation.id == only if only is not None else TokenRevocation.next_try_at <= this_moment())
    taken = session.execute(
        update(TokenRevocation)
        .where(TokenRevocation.id.in_(due))
        .values(next_try_at=after(again_seconds), attempts=TokenRevocation.attempts + 1)
        .returning(
            TokenRevocation.id,
            TokenRevocation.token_encrypted,
            TokenRevocation.mailbox,
            TokenRevocation.attempts,
            TokenRevocation.created_at < after(-overdue_after_seconds),
        )
        .execution_options(synchronize_session=False)
    )
    return [Due(*row) for row in taken]


def put_off(session: Session, revocation_id: uuid.UUID, seconds: float) -> None:
    session.execute(update(TokenRevocation).where(TokenRevocation.id == revocation_id).values(next_try_at=after(seconds)))


def end(session: Session, revocation_id: uuid.UUID, outcome: str) -> None:
    """Forget the token, and say on the connection or the receipt what became of it."""
    row = session.execute(
        delete(TokenRevocation)
        .where(TokenRevocation.id == revocation_id)
        .returning(TokenRevocation.connection_id, TokenRevocation.erasure_id)
    ).one_or_none()
    if row is None:
        return
    session.execute(
        update(GmailConnection)
        .where(GmailConnection.id == row.connection_id, GmailConnection.state == "disconnected")
        .values(state_reason=outcome, updated_at=now())
    )
    session.execute(update(Erasure).where(Erasure.id == row.erasure_id).values(revocation=outcome))
