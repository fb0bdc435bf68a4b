from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.models import SignIn
from app.storage.clock import after, now, this_moment

# A trip that is over is remembered a while, so that a second visit is told what it is.
_REMEMBERED_SECONDS = 86_400.0


def add(session: Session, trip: SignIn, *, seconds: float) -> None:
    """A trip begins, for so long; those long over are forgotten."""
    session.execute(delete(SignIn).where(SignIn.expires_at < this_moment(-_REMEMBERED_SECONDS)))
    session.add(trip)
    trip.expires_at = after(seconds)


def lock(session: Session, state_sha256: bytes) -> tuple[SignIn, bool] | None:
    """The trip with this state, locked, and whether it has expired; None for a state that was never given out."""
    statement = select(SignIn, SignIn.expires_at <= now()).where(SignIn.state_sha256 == state_sha256).with_for_update()
    row = session.execute(statement).one_or_none()
    return None if row is None else (row[0], bool(row[1]))


def use(session: Session, trip: SignIn) -> None:
    session.execute(update(SignIn).where(SignIn.state_sha256 == trip.state_sha256).values(used_at=now()))
