"""The books of the quota: see models/quota.py for why a grant counts until a minute after its work ended."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.models import QuotaDay, QuotaGrant
from app.storage.clock import after, now

WINDOW_SECONDS = 60
_LOCK = 7261002
# Google's quota day begins at midnight Pacific time.
_TODAY = func.date(func.timezone("America/Los_Angeles", now()))


@dataclass(slots=True)
class Books:
    """What counts now: units in all and by user, batches in flight by user, the day's units and whether it is stopped."""

    units: int
    units_by_user: dict[uuid.UUID, int]
    in_flight_by_user: dict[uuid.UUID, int]
    day_units: int
    day_stopped: bool

    def add(self, user_id: uuid.UUID, units: int) -> None:
        """One more batch of this user in flight."""
        self.units_by_user[user_id] = self.units_by_user.get(user_id, 0) + units
        self.in_flight_by_user[user_id] = self.in_flight_by_user.get(user_id, 0) + 1
        self.units += units
        self.day_units += units

    @property
    def in_flight(self) -> int:
        return sum(self.in_flight_by_user.values())


def lock(session: Session, *, wait: bool) -> bool:
    """One granter at a time, until the transaction ends. With `wait` false, False at once when another is at it."""
    if wait:
        session.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        return True
    return bool(session.scalar(select(func.pg_try_advisory_xact_lock(_LOCK))))


def open_books(session: Session) -> Books:
    """Forget grants older than the window and add up the rest. Call under `lock`."""
    session.execute(delete(QuotaGrant).where(QuotaGrant.ended_at < after(-WINDOW_SECONDS)))
    units: dict[uuid.UUID, int] = defaultdict(int)
    in_flight: dict[uuid.UUID, int] = defaultdict(int)
    running = func.count().filter(QuotaGrant.ended_at.is_(None), QuotaGrant.batch_id.is_not(None))
    for user_id, total, batches in session.execute(
        select(QuotaGrant.user_id, func.sum(QuotaGrant.units), running).group_by(QuotaGrant.user_id)
    ):
        units[user_id] = int(total)
        in_flight[user_id] = batches
    stopped = func.coalesce(QuotaDay.stopped_until > now(), False)
    day = session.execute(select(QuotaDay.units, stopped).where(QuotaDay.day == _TODAY)).one_or_none()
    return Books(sum(units.values()), units, in_flight, day[0] if day else 0, bool(day and day[1]))


def add_grants(session: Session, grants: Iterable[tuple[uuid.UUID, uuid.UUID | None, int]]) -> list[uuid.UUID]:
    """Write down (user, batch or None, units) and add them to the day. Returns the grants' ids."""
    rows = [{"id": uuid.uuid4(), "user_id": user, "batch_id": batch, "units": units} for user, batch, units in grants]
    if not rows:
        return []
    session.execute(insert(QuotaGrant), rows)
    statement = insert(QuotaDay).values(day=_TODAY, units=sum(int(str(row["units"])) for row in rows))
    session.execute(
        statement.on_conflict_do_update(index_elements=["day"], set_={"units": QuotaDay.units + statement.excluded.units})
    )
    return [uuid.UUID(str(row["id"])) for row in rows]


def end_batch(session: Session, batch_id: uuid.UUID) -> None:
    """The batch's work is over: its units leave the window a minute from now."""
    session.execute(
        update(QuotaGrant).where(QuotaGrant.batch_id == batch_id, QuotaGrant.ended_at.is_(None)).values(ended_at=now())
    )


def end_grant(session: Session, grant_id: uuid.UUID) -> None:
    session.execute(update(QuotaGrant).where(QuotaGrant.id == grant_id).values(ended_at=now()))


def end_forgotten(session: Session, *, older_than_seconds: float) -> None:
    """Grants without a batch whose worker died."""
    session.execute(
        update(QuotaGrant)
        .where(QuotaGrant.batch_id.is_(None), QuotaGrant.ended_at.is_(None), QuotaGrant.granted_at < after(-older_than_seconds))
        .values(ended_at=now())
    )


def stop_day(session: Session, reason: str, seconds: float) -> None:
    """Grant nothing more for `seconds`, or until Google's day ends."""
    stop = {"stopped_reason": reason, "stopped_until": after(seconds)}
    statement = insert(QuotaDay).values(day=_TODAY, **stop)
    session.execute(statement.on_conflict_do_update(index_elements=["day"], set_=stop))


def seconds_until_start(session: Session) -> float | None:
    """When a stopped day is tried again; None when it is not stopped."""
    wait = func.extract("epoch", QuotaDay.stopped_until - now())
    seconds = session.scalar(select(wait).where(QuotaDay.day == _TODAY, QuotaDay.stopped_until > now()))
    return None if seconds is None else float(seconds)


def seconds_until_free(session: Session, user_id: uuid.UUID | None) -> float:
    """When the oldest finished grant of this user, or of anybody, leaves the window; a second if all are still at work."""
    oldest = select(func.extract("epoch", func.min(QuotaGrant.ended_at) - after(-WINDOW_SECONDS)))
    if user_id is not None:
        oldest = oldest.where(QuotaGrant.user_id == user_id)
    seconds = session.scalar(oldest)
    return max(1.0, float(seconds)) if seconds is not None else 1.0
