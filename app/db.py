"""The engine and the one place that commits.

    with transaction() as session:
        storage.jobs.add(session, job)
        after_commit(session, lambda: queue.ring(...))

A hook runs only when the commit went through, and outside it: what it starts can read the rows.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from sqlalchemy import Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import DeclarativeBase, Session

from app import failpoints
from app.config import get_settings
from app.errors import AppError, ConfigurationError, DatabaseFault, Unavailable

# Time-outs of every session of ours. A transaction is never open across the network, so 15 s idle inside one is a fault;
# 3 s for a lock and 10 s for a statement are long for rows that are touched for milliseconds.
SESSION_OPTIONS = "-c idle_in_transaction_session_timeout=15000 -c lock_timeout=3000 -c statement_timeout=10000 -c timezone=UTC"
# A server whose machine has gone answers nothing, not even no: without these the system would wait a quarter of an hour.
_GONE = {"tcp_user_timeout": 15_000, "keepalives_idle": 15, "keepalives_interval": 5, "keepalives_count": 3}
_HOOKS = "after_commit"


class Base(DeclarativeBase):
    """The base of all models."""


@cache
def get_engine() -> Engine:
    """The process's engine: small, made on first use (after a worker's fork), connections checked before use."""
    url = get_settings().database_url
    place_of(url)
    return create_engine(
        url,
        hide_parameters=True,
        pool_size=5,
        max_overflow=10,
        pool_timeout=5,
        pool_pre_ping=True,
        pool_recycle=1800,
        connect_args={"connect_timeout": 5, "options": SESSION_OPTIONS, "application_name": "fincoach", **_GONE},
    )


def place_of(url: str) -> str:
    """Where a database is, as a person may read it: `host:port` or a socket's folder, never the password.

    Raises ConfigurationError when the URL cannot be taken apart.
    """
    try:
        parts = make_url(url)
    except (ArgumentError, ValueError):
        raise ConfigurationError("DATABASE_URL: must look like postgresql://USER:PASSWORD@HOST:PORT/NAME") from None
    host = parts.host or parts.query.get("host") or "localhost"
    return str(host) if str(host).startswith("/") else f"{host}:{parts.port or 5432}"


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
            failpoints.reach("before_commit")
    except DBAPIError as error:
        # Without the driver's own text: it quotes the row, and the row is a person's.
        raise _hidden(error) from None
    except PoolTimeoutError:
        raise Unavailable("no free connection") from None
    hooks = session.info.pop(_HOOKS, [])
    for hook in hooks:
        failpoints.reach("before_ring")
        hook()
    if hooks:
        failpoints.reach("rang")


def _hidden(error: DBAPIError) -> AppError:
    """Our error for a driver's: where the database should be, or the SQLSTATE and the constraint's name. No values."""
    code = getattr(error.orig, "pgcode", None)
    if isinstance(error, OperationalError) and error.statement is None and code is None:
        return Unavailable(unreachable(get_settings().database_url, error))
    constraint = getattr(getattr(error.orig, "diag", None), "constraint_name", None)
    what = f"sqlstate {code or 'none'}" + (f" {constraint}" if constraint else "")
    away = isinstance(error, OperationalError) or error.connection_invalidated
    return Unavailable(what) if away else DatabaseFault(what)


def unreachable(url: str, error: DBAPIError) -> str:
    """One line for a connection that was not made: nobody is there, or the server there refuses us."""
    said = str(error.orig).splitlines()[0]
    refused = said.partition("FATAL:")[2].strip()
    return (
        f"PostgreSQL at {place_of(url)} (DATABASE_URL) refuses: {refused}"
        if refused
        else f"no PostgreSQL at {place_of(url)} (DATABASE_URL)"
    )
