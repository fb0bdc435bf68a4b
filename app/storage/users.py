import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.models import GmailConnection, User


def add(session: Session, *, email: str, display_name: str | None) -> User | None:
    """The new user, or None when the address is taken."""
    statement = insert(User).values(email=email, display_name=display_name).on_conflict_do_nothing(constraint="uq_users_email")
    return session.scalar(statement.returning(User))


def add_signed_in(session: Session, *, email: str, google_sub: str) -> User | None:
    """The new user, or None when the account or the address is somebody's already."""
    statement = insert(User).values(email=email, google_sub=google_sub).on_conflict_do_nothing()
    return session.scalar(statement.returning(User))


def find_by_google_sub(session: Session, google_sub: str) -> User | None:
    return session.scalar(select(User).where(User.google_sub == google_sub))


def claim(session: Session, user_id: uuid.UUID, google_sub: str) -> bool:
    """This account is the user's from now on; False when they have one already."""
    statement = update(User).where(User.id == user_id, User.google_sub.is_(None)).values(google_sub=google_sub)
    return session.scalar(statement.returning(User.id)) is not None


def get(session: Session, user_id: uuid.UUID) -> User | None:
    return session.get(User, user_id)


def existing(session: Session, user_ids: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    return set(session.scalars(select(User.id).where(User.id.in_(user_ids))))


def find_by_email(session: Session, email: str) -> User | None:
    return session.scalar(select(User).where(User.email == email))


def search(session: Session, words: str | None, state: str | None, *, limit: int) -> list[tuple[User, GmailConnection | None]]:
    """With their connections; those who came last first."""
    statement = select(User, GmailConnection).outerjoin(GmailConnection, GmailConnection.user_id == User.id)
    if words:
        statement = statement.where(User.email.icontains(words, autoescape=True))
    if state is not None:
        statement = statement.where(GmailConnection.state == state)
    found = session.execute(statement.order_by(User.created_at.desc(), User.id).limit(limit))
    return [(user, connection) for user, connection in found]


def set_fetch_time(session: Session, user_id: uuid.UUID, moment: datetime) -> None:
    """Never moves back."""
    session.execute(
        update(User)
        .where(User.id == user_id, (User.last_email_fetch_time.is_(None)) | (User.last_email_fetch_time < moment))
        .values(last_email_fetch_time=moment)
    )
