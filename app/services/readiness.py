"""Is the service able to do its work?"""

import redis

from app.config import get_settings
from app.db import transaction
from app.errors import AppError
from app.storage import schema

_AHEAD = "ahead:"


def report() -> dict[str, str]:
    """Each part and `ok` or what is wrong with it: database, migrations, broker."""
    return {**_database(), "broker": _broker()}


def _database() -> dict[str, str]:
    try:
        with transaction() as session:
            version = schema.version(session)
    except AppError:
        return {"database": "unreachable", "migrations": "unknown"}
    return {"database": "ok", "migrations": _migrations(version)}


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
