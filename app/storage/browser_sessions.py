import uuid
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.models import BrowserSession
from app.storage.clock import after, now, this_moment

# A session that is used notes it at most so often: a page that polls would else write a row a second.
_NOTE_EVERY_SECONDS = 60.0


def add(session: Session, *, user_id: uuid.UUID, secret_sha256: bytes, max_seconds: float) -> None:
    """Sign in; sessions that are over are swept out on the way."""
    session.execute(delete(BrowserSession).where(BrowserSession.expires_at < this_moment()))
    session.add(BrowserSession(user_id=user_id, secret_sha256=secret_sha256, expires_at=after(max_seconds)))


def find_valid(session: Session, secret_sha256: bytes, *, idle_seconds: float) -> tuple[uuid.UUID, datetime] | None:
    """Whose session it is and when it ends at the latest, unless it is over or was left alone too long."""
    row = session.execute(
        select(BrowserSession.user_id, BrowserSession.expires_at).where(
            BrowserSession.secret_sha256 == secret_sha256,
            BrowserSession.expires_at > now(),
            BrowserSession.seen_at > after(-idle_seconds),
        )
    ).one_or_none()
    return None if row is None else (row[0], row[1])


def note_use(session: Session, secret_sha256: bytes) -> None:
    session.execute(
        update(BrowserSession)
        .where(BrowserSession.secret_sha256 == secret_sha256, BrowserSession.seen_at < after(-_NOTE_EVERY_SECONDS))
        .values(seen_at=now())
    )


def end(session: Session, secret_sha256: bytes) -> None:
    session.execute(delete(BrowserSession).where(BrowserSession.secret_sha256 == secret_sha256))
