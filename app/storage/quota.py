"""The books of the quota: see models/quota.py for why a grant counts until a minute after its work ended."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    DateTime,
    Interval,
    String,
    Uuid,
    bindparam,
    case,
    cast,
    delete,
    func,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.models import EmailSyncBatch, GmailConnection, QuotaDay, QuotaGrant
from app.storage.bulk import as_json
from app.storage.clock import after, now

WINDOW_SECONDS = 60
# Over so long the minute is spent evenly: long enough that a tick or two may come late, short beside what a person waits.
PACE_SECONDS = 5
_LOCK, _TICK = 7261002, 7261003


# Google's quota day begins at midnight there.
_PACIFIC = "America/Los_Angeles"


def _day_of(moment: "ColumnElement[datetime] | InstrumentedAttribute[datetime]") -> ColumnElement[date]:
    return func.date(func.timezone(_PACIFIC, moment))


TODAY = _day_of(now())


def day_after(moment: ColumnElement[datetime]) -> ColumnElement[datetime]:
    """When Google's day of this moment ends: it may have 23 hours, or 25."""
    return func.timezone(_PACIFIC, cast(_day_of(moment) + 1, DateTime), type_=DateTime(timezone=True))


@dataclass(slots=True)
class Books:
    """What counts now: the project's units of the last minute and of the day, whether the day is stopped, and of the minute's
    units those of calls that are not done yet and those granted in the last PACE_SECONDS."""

    units: int
    day_units: int
    day_stopped: bool
    at_work_units: int = 0
    lately_units: int = 0


def lock(session: Session) -> None:
    """One granter at a time, until the transaction ends. They take it in the order in which they came."""
    session.execute(select(func.pg_advisory_xact_lock(_LOCK)))


def begin_tick(session: Session) -> bool:
    """False at once when another tick is at work. Not by `lock`: while many wait for that, to try for it would never succeed."""
    return bool(session.scalar(select(func.pg_try_advisory_xact_lock(_TICK))))


def open_books(session: Session) -> Books:
    """Forget grants older than the window and add up the rest. Call under `lock`."""
    session.execute(_FORGET, execution_options={"synchronize_session": False})
    units, at_work, lately, day_units, stopped = session.execute(_BOOKS).one()
    return Books(int(units), int(day_units), stopped, int(at_work), int(lately))


_OLD = select(QuotaGrant.id).where(QuotaGrant.ended_at < after(-WINDOW_SECONDS)).with_for_update(skip_locked=True)
_GONE = (
    delete(QuotaGrant)
    .where(QuotaGrant.id.in_(_OLD))
    .returning(_day_of(QuotaGrant.granted_at).label("day"), QuotaGrant.unspent)
    .cte("gone")
)
_BACK = (
    select(_GONE.c.day, func.sum(_GONE.c.unspent).label("units"))
    .group_by(_GONE.c.day)
    .having(func.sum(_GONE.c.unspent) != 0)
    .cte("back")
)
# What was not spent leaves the day it was granted on. Not when the work ends: each batch would wait there for the one before it.
_FORGET = update(QuotaDay).where(QuotaDay.day == _BACK.c.day).values(units=QuotaDay.units - _BACK.c.units)
_units = func.sum(QuotaGrant.units)
_BOOKS = select(
    func.coalesce(_units, 0),
    func.coalesce(_units.filter(QuotaGrant.ended_at.is_(None)), 0),
    func.coalesce(_units.filter(QuotaGrant.granted_at > after(-PACE_SECONDS)), 0),
    func.coalesce(select(QuotaDay.units).where(QuotaDay.day == TODAY).scalar_subquery(), 0),
    func.coalesce(select(QuotaDay.stopped_until > now()).where(QuotaDay.day == TODAY).scalar_subquery(), False),
)


def mailbox_of(
    user_id: "ColumnElement[uuid.UUID] | InstrumentedAttribute[uuid.UUID]", connected: InstrumentedAttribute[int] | None = None
) -> ColumnElement[int]:
    """Whose minute it is: that of the mailbox, which others may have connected too. Who has none is alone. `connected` is the
    mailbox of the user's connection where that has been joined."""
    looked_up = select(GmailConnection.mailbox).where(GmailConnection.user_id == user_id).scalar_subquery()
    return func.coalesce(looked_up if connected is None else connected, func.hashtextextended(cast(user_id, String), 0))


def mailbox(session: Session, user_id: uuid.UUID) -> int:
    return session.execute(select(mailbox_of(literal(user_id)))).scalar_one()


def units_of(session: Session, user_id: uuid.UUID) -> int:
    """The units of a user's mailbox in the last minute. Call after `open_books`."""
    return int(session.scalar(_UNITS_OF, {"user": user_id}) or 0)


_USER = bindparam("user", type_=Uuid)
_UNITS_OF = select(func.coalesce(func.sum(QuotaGrant.units), 0)).where(QuotaGrant.mailbox == mailbox_of(_USER))
_ADD = text(
    "INSERT INTO quota_grants (id, user_id, batch_id, units, mailbox)"
    " SELECT new.id, new.user_id, new.batch_id, new.units,"
    " coalesce(connected.mailbox, hashtextextended(CAST(new.user_id AS varchar), 0))"
    " FROM json_to_recordset(:rows) AS new(id uuid, user_id uuid, batch_id uuid, units integer)"
    " LEFT JOIN gmail_connections connected USING (user_id)"
)


def add_grants(session: Session, grants: Iterable[tuple[uuid.UUID, uuid.UUID | None, int]]) -> list[uuid.UUID]:
    """Write down (user, batch or None, units) and add them to the day. Returns the grants' ids."""
    given = [(uuid.uuid4(), *grant) for grant in grants]
    if not given:
        return []
    rows = [{"id": key, "user_id": user, "batch_id": batch, "units": units} for key, user, batch, units in given]
    session.execute(_ADD, {"rows": as_json(rows)})
    statement = insert(QuotaDay).values(day=TODAY, units=sum(units for *_, units in given))
    session.execute(
        statement.on_conflict_do_update(index_elements=["day"], set_={"units": QuotaDay.units + statement.excluded.units})
    )
    return [key for key, *_ in given]


@dataclass(frozen=True, slots=True)
class Spent:
    """What a finished grant really cost, and how long ago its last call was answered."""

    units: int
    seconds_ago: float


def end_batch(session: Session, batch_id: uuid.UUID, spent: Spent | None = None) -> None:
    """The batch's work is over: its units leave the window a minute after its last call. Units not spent leave it at once, and
    the day a minute later.

    Without `spent` nothing is known of its calls: all units count, and from now on.
    """
    if spent is None:
        session.execute(_END_BATCH, {"this": batch_id})
    else:
        ago = timedelta(seconds=spent.seconds_ago)
        session.execute(_END_BATCH_SPENT, {"this": batch_id, "ago": ago, "spent": spent.units})


_OPEN_GRANT = (QuotaGrant.batch_id == bindparam("this")) & QuotaGrant.ended_at.is_(None)
_END_BATCH = update(QuotaGrant).where(_OPEN_GRANT).values(ended_at=now()).execution_options(synchronize_session=False)
_END_BATCH_SPENT = (
    update(QuotaGrant)
    .where(_OPEN_GRANT)
    .values(
        ended_at=now() - bindparam("ago", type_=Interval),
        units=bindparam("spent"),
        unspent=QuotaGrant.units - bindparam("spent"),
    )
    .execution_options(synchronize_session=False)
)


def end_grant(session: Session, grant_id: uuid.UUID, *, unused: int = 0) -> None:
    """The calls were made, or some of them: what was not spent is given back."""
    spent = QuotaGrant.units - unused
    session.execute(update(QuotaGrant).where(QuotaGrant.id == grant_id).values(ended_at=now(), units=spent, unspent=unused))


def end_forgotten(session: Session, *, older_than_seconds: float) -> None:
    """Old grants that nobody will end: for calls whose worker died, or of a batch that is neither queued nor running any more."""
    at_work = select(EmailSyncBatch.id).where(
        EmailSyncBatch.id == QuotaGrant.batch_id, EmailSyncBatch.status.in_(("queued", "running"))
    )
    session.execute(
        update(QuotaGrant)
        .where(QuotaGrant.ended_at.is_(None), QuotaGrant.granted_at < after(-older_than_seconds), ~at_work.exists())
        .values(ended_at=now())
        .execution_options(synchronize_session=False)
    )


def stop_day(session: Session, reason: str, seconds: float) -> None:
    """Grant nothing more for `seconds`, or until Google's day ends."""
    stop = {"stopped_reason": reason, "stopped_until": after(seconds)}
    statement = insert(QuotaDay).values(day=TODAY, **stop)
    session.execute(statement.on_conflict_do_update(index_elements=["day"], set_=stop))


@dataclass(frozen=True, slots=True)
class Outlook:
    """The database's time; and until when nobody is granted anything, when the day is stopped or spent."""

    now: datetime
    closed_until: datetime | None


def outlook(session: Session, day_limit: int | None, *, least: int) -> Outlook:
    """A day is spent when less than `least` units are left of its limit."""
    enough = None if day_limit is None else day_limit - least
    return Outlook(*session.execute(_OUTLOOK, {"enough": enough}).one())


_CLOSED_UNTIL = case(
    (QuotaDay.units > bindparam("enough", type_=BigInteger), day_after(now())),
    (QuotaDay.stopped_until > now(), func.least(QuotaDay.stopped_until, day_after(now()))),
)
_OUTLOOK = select(now(), select(_CLOSED_UNTIL).where(QuotaDay.day == TODAY).scalar_subquery())


def forget_days(session: Session, *, older_than_days: int) -> int:
    """Returns how many are gone."""
    old = delete(QuotaDay).where(QuotaDay.day < TODAY - older_than_days)
    return len(session.scalars(old.returning(QuotaDay.day)).all())


def seconds_until_start(session: Session) -> float | None:
    """When a stopped day is tried again; None when it is not stopped."""
    wait = func.extract("epoch", QuotaDay.stopped_until - now())
    seconds = session.scalar(select(wait).where(QuotaDay.day == TODAY, QuotaDay.stopped_until > now()))
    return None if seconds is None else float(seconds)


def seconds_until_free(session: Session, user_id: uuid.UUID | None, units: int) -> float:
    """When so many units of this user's mailbox, or of all, will have left the window; a second if that is not known yet."""
    freed = func.sum(QuotaGrant.units).over(order_by=QuotaGrant.ended_at)
    ended = select(QuotaGrant.ended_at, freed.label("freed")).where(QuotaGrant.ended_at.is_not(None))
    if user_id is not None:
        ended = ended.where(QuotaGrant.mailbox == mailbox_of(literal(user_id)))
    ends = ended.subquery()
    wait = func.extract("epoch", ends.c.ended_at - after(-WINDOW_SECONDS))
    seconds = session.scalar(select(wait).where(ends.c.freed >= units).order_by(ends.c.ended_at).limit(1))
    return max(1.0, float(seconds)) if seconds is not None else 1.0
