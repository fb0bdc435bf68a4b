"""Runs the migrations, each in a transaction of its own. One that would hold up traffic gives up instead."""

from sqlalchemy import create_engine, pool

import app.models  # noqa: F401  (fills Base.metadata)
from alembic import context
from app.config import get_settings
from app.db import Base

STATEMENT_TIMEOUT = "15min"


def run() -> None:
    url = context.config.get_main_option("sqlalchemy.url") or get_settings().database_url
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
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


run()
