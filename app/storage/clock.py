"""The database's clock. Leases and windows are measured by it alone, so machines whose clocks differ agree."""

from datetime import datetime, timedelta

from sqlalchemy import DateTime, ScalarSelect, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ColumnElement


def now() -> ColumnElement[datetime]:
    """The time of this statement, not of the transaction's begin: a lease must not outlive a long wait for a lock."""
    return func.clock_timestamp(type_=DateTime(timezone=True))


def after(seconds: float) -> ColumnElement[datetime]:
    """`seconds` from now; a negative number is before now."""
    return now() + timedelta(seconds=seconds)


def this_moment(seconds: float = 0) -> ScalarSelect[datetime]:
    """`seconds` from now, read once: a clock that moves on from row to row could not be looked up in an index."""
    return select(after(seconds)).scalar_subquery()


def read(session: Session) -> datetime:
    """The database's time, aware."""
    return session.execute(select(now())).scalar_one()
