"""Migrations by Alembic's own interface, on a database named by its URL."""

import io
import tempfile
from pathlib import Path

from alembic.command import check as alembic_check
from alembic.command import downgrade as alembic_downgrade
from alembic.command import upgrade as alembic_upgrade
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from app.local.postgres import postgres_server

SCRIPTS = Path(__file__).parents[2] / "alembic"


def upgrade(url: str) -> None:
    """Bring the database to the newest revision."""
    alembic_upgrade(_config(url), "head")


def downgrade(url: str) -> None:
    """Take every migration back."""
    alembic_downgrade(_config(url), "base")


def round_trip() -> str | None:
    """On a throw-away server: up, down, up again, and the models compared. What is wrong, in one line, or None."""
    with tempfile.TemporaryDirectory(prefix="fincoach-") as folder:
        path = Path(folder)
        with postgres_server(path / "postgres", path / "postgres.log", durable=False) as server:
            try:
                upgrade(server.url)
                downgrade(server.url)
                upgrade(server.url)
                check(server.url)
            except (CommandError, SQLAlchemyError) as error:
                return " ".join(str(error).split())[:500]
    return None


def check(url: str) -> None:
    """Raises alembic.util.CommandError when the models say other than the migrations."""
    alembic_check(_config(url))


def _config(url: str) -> Config:
    config = Config(stdout=io.StringIO())  # what fails says so by an exception
    config.set_main_option("script_location", str(SCRIPTS))
    named = make_url(url).set(drivername="postgresql+psycopg2").render_as_string(hide_password=False)
    # The percent sign is the ini format's own; a socket's path in a URL is full of them.
    config.set_main_option("sqlalchemy.url", named.replace("%", "%%"))
    return config
