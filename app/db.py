"""The engine and the one place that commits.

    with transaction() as session:
        storage.jobs.add(session, job)
        after_commit(session, lambda: queue.ring(...))

A hook runs only when the commit went through, and outside it: what it starts can read the rows.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import DeclarativeBase, Session

from app.config import get_settings
from app.errors import AppError, DatabaseFault, Unavailable

# Time-outs of every session of ours. A transaction is never open across the network, so 15 s idle inside one is a fault;
# 3 s for a lock and 10 s for a statement are long for rows that are touched for milliseconds.
SESSION_OPTIONS = "-c idle_in_transaction_session_timeout=15000 -c lock_timeout=3000 -c statement_timeout=10000 -c timezone=UTC"
_HOOKS = "after_commit"


class Base(DeclarativeBase):
    """The base of all models."""


@cache
def get_engine() -> Engine:
    """The process's engine: small, made on first use (after a worker's fork), connections checked before use."""
    return create_engine(
        get_settings().database_url,
        hide_parameters=True,
        pool_size=5,
        max_overflow=10,
        pool_timeout=5,
        pool_pre_ping=True,
        pool_recycle=1800,
        connect_args={"connect_timeout": 5, "options": SESSION_OPTIONS, "application_name": "fincoach"},
    )


def dispose_engine() -> None:
    """Close every connection and forget the engine; the next use makes a new one."""
    if get_engine.cache_info().currsize:
        get_engine().dispose()
    get_engine.cache_clear()


def abandon_engine() -> None:
    """Forget the engine in a forked child without closing the sockets it shares with its parent."""
    if get_engine.cache_info().currsize:
        get_engine().dispose(close=False)
    get_engine.cache_clear()


def after_commit(session: Session, hook: Callable[[], None]) -> None:
    """Run `hook` once this session's transaction has been committed."""
    session.info.setdefault(_HOOKS, []).append(hook)


@contextmanager
def transaction() -> Iterator[Session]:
    """One transaction: commit at the end, roll back on any error, then run the hooks.

    Raises Unavailable when the database cannot be reached or does not answer in time, DatabaseFault when it says no.
    """
    session = Session(get_engine(), expire_on_commit=False)
    try:
        with session, session.begin():
            yield session
    except DBAPIError as error:
        # Without the driver's own text: it quotes the row, and the row is a person's.
        raise _hidden(error) from None
    except PoolTimeoutError:
        raise Unavailable("no free connection") from None
    for hook in session.info.pop(_HOOKS, []):
        hook()


def _hidden(error: DBAPIError) -> AppError:
    """Our error for a driver's: the SQLSTATE and the constraint's name, no values."""
    constraint = getattr(getattr(error.orig, "diag", None), "constraint_name", None)
    what = f"sqlstate {getattr(error.orig, 'pgcode', None) or 'none'}" + (f" {constraint}" if constraint else "")
    away = isinstance(error, OperationalError) or error.connection_invalidated
    return Unavailable(what) if away else DatabaseFault(what)
