"""Is the service able to do its work?"""

import redis

from app.config import get_settings
from app.db import transaction
from app.errors import AppError
from app.storage import schema


def report() -> dict[str, str]:
    """Each part and `ok` or what is wrong with it: database, migrations, broker."""
    return {**_database(), "broker": _broker()}


def _database() -> dict[str, str]:
    try:
        with transaction() as session:
            version = schema.version(session)
    except AppError:
        return {"database": "unreachable", "migrations": "unknown"}
    head = schema.head()
    return {"database": "ok", "migrations": "ok" if version == head else f"at {version or 'none'}, the code needs {head}"}


def _broker() -> str:
    url = get_settings().celery_broker_url
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=2, socket_timeout=2) as client:
            client.ping()
    except (redis.RedisError, OSError):
        return "unreachable"
    return "ok"
