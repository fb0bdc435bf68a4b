"""Which migration the database is at, and which the code needs."""

from functools import cache
from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.orm import Session

AHEAD_REMEDY = "run the code that migrated it, or restore a backup from before"
_ALEMBIC_INI = Path(__file__).resolve().parents[2] / "alembic.ini"


def version(session: Session) -> str | None:
    """None when no migration ever ran."""
    if session.scalar(text("SELECT to_regclass('alembic_version')")) is None:
        return None
    found: str | None = session.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def encoding(session: Session) -> str:
    """The database's, such as UTF8."""
    return str(session.scalar(text("SHOW server_encoding")))


@cache
def head() -> str | None:
    return ScriptDirectory.from_config(config()).get_current_head()


def known(revision: str) -> bool:
    """Is this one of our migrations? If not, a newer version of the code has made it."""
    return any(script.revision == revision for script in ScriptDirectory.from_config(config()).walk_revisions())


def ahead(revision: str) -> str:
    return f"the database is ahead: at {revision}, which this code, at {head()}, does not know"


def config() -> Config:
    """Alembic's own; it takes the database from our settings."""
    return Config(str(_ALEMBIC_INI))
