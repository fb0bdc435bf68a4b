"""Runs the migrations, each in a transaction of its own. One that would hold up traffic gives up instead."""

from alembic.util import CommandError
from sqlalchemy import create_engine, pool
from sqlalchemy.exc import DBAPIError

import app.models  # noqa: F401  (fills Base.metadata)
from alembic import context
from app.config import get_settings
from app.db import Base, place_of, unreachable
from app.errors import ConfigurationError
from app.storage import schema

STATEMENT_TIMEOUT = "15min"


def run(url: str) -> None:
    engine = create_engine(
        url,
        poolclass=pool.NullPool,
        connect_args={
            "connect_timeout": 5,
            "options": f"-c lock_timeout=5s -c statement_timeout={STATEMENT_TIMEOUT}",
        },
    )
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            compare_server_default=True,
            transaction_per_migration=True,
        )
        # Two containers that start at once take turns; the second finds nothing to do. The lock ends with the connection.
        connection.exec_driver_sql("SET lock_timeout = '10min'; SELECT pg_advisory_lock(7261001); SET lock_timeout = '5s'")
        connection.commit()
        try:
            with context.begin_transaction():
                context.run_migrations()
        except CommandError as error:
            raise _ahead() or error from None
    engine.dispose()


def _ahead() -> CommandError | None:
    """Alembic does not find a revision that newer code has made, and says no more than that."""
    unknown = [revision for revision in context.get_context().get_current_heads() if not schema.known(revision)]
    return CommandError(f"{schema.ahead(unknown[0])}; {schema.AHEAD_REMEDY}") if unknown else None


def _said_in_one_line() -> None:
    """Alembic's command line prints a CommandError as its line, and anything else as a traceback (as it does with --raiseerr)."""
    try:
        url = context.config.get_main_option("sqlalchemy.url") or get_settings().database_url
        place_of(url)
        run(url)
    except ConfigurationError as error:
        raise CommandError(str(error)) from error
    except DBAPIError as error:
        # The first line: what the server says, without the statement and its values.
        said = unreachable(url, error) if error.statement is None else str(error.orig).strip().partition("\n")[0]
        raise CommandError(said) from error


_said_in_one_line()
