"""Is the service able to do its work?"""

import redis

from app.config import get_settings
from app.db import transaction
from app.errors import AppError
from app.services.patience import Patient
from app.storage import schema

_AHEAD = "ahead:"
# Whoever asks whether we are ready does not wait much longer.
_PATIENCE_SECONDS = 3.0


def report() -> dict[str, str]:
    """Each part and `ok` or what is wrong with it: database, migrations, broker."""
    return {**_database(), "broker": _broker()}


def _database() -> dict[str, str]:
    try:
        version = _version.answer()
    except AppError:
        return {"database": "unreachable", "migrations": "unknown"}
    except TimeoutError:
        return {"database": f"no answer within {_PATIENCE_SECONDS:.0f} s", "migrations": "unknown"}
    return {"database": "ok", "migrations": _migrations(version)}


def _ask_version() -> str | None:
    with transaction() as session:
        return schema.version(session)


_version = Patient(_ask_version, _PATIENCE_SECONDS)


def _migrations(version: str | None) -> str:
    head = schema.head()
    if version == head:
        return "ok"
    if version is None or schema.known(version):
        return f"at {version or 'none'}, the code needs {head}"
    return f"{_AHEAD} at {version}, the code is of {head}"


def able(checks: dict[str, str]) -> bool:
    """The database is there and has all that the code needs. It may have more: in an upgrade it is migrated before us."""
    return checks["database"] == "ok" and (checks["migrations"] == "ok" or checks["migrations"].startswith(_AHEAD))


def _broker() -> str:
    url = get_settings().celery_broker_url
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=2, socket_timeout=2) as client:
            client.ping()
    except (redis.RedisError, OSError):
        return "unreachable"
    return "ok"
