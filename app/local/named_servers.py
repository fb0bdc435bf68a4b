"""Servers of the developer's own, named in the environment: looked at before anything is started, each fault one line."""

import os
from dataclasses import dataclass
from urllib.parse import urlsplit

import redis
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

from app.db import place_of, unreachable
from app.errors import ConfigurationError
from app.setting_forms import postgres_url, redis_url

TIMEOUT_SECONDS = 5


@dataclass(frozen=True, slots=True)
class NamedServers:
    """What the environment names, None where it names nothing; a result backend counts only beside a broker."""

    database: str | None
    broker: str | None
    results: str | None


def named_servers() -> NamedServers:
    """Raises ConfigurationError for a URL that is no good or a server that is not there."""
    database = os.environ.get("DATABASE_URL") or None
    broker = os.environ.get("CELERY_BROKER_URL") or None
    results = (os.environ.get("CELERY_RESULT_BACKEND") or None) if broker else None
    if database:
        database = _database(database)
    for name, url in (("CELERY_BROKER_URL", broker), ("CELERY_RESULT_BACKEND", results)):
        if url:
            _require_redis(name, url)
    return NamedServers(database, broker, results)


def _database(named: str) -> str:
    try:
        url = postgres_url(named)
    except ValueError as error:
        raise ConfigurationError(f"DATABASE_URL: {error}") from None
    place_of(url)
    engine = create_engine(url, hide_parameters=True, connect_args={"connect_timeout": TIMEOUT_SECONDS})
    try:
        engine.connect().close()
    except OperationalError as error:
        raise ConfigurationError(unreachable(url, error)) from None
    finally:
        engine.dispose()
    return url


def _require_redis(name: str, url: str) -> None:
    try:
        redis_url(url)
    except ValueError as error:
        raise ConfigurationError(f"{name}: {error}") from None
    parts = urlsplit(url)
    place = f"{parts.hostname}:{parts.port or 6379} ({name})"
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=TIMEOUT_SECONDS, socket_timeout=TIMEOUT_SECONDS) as client:
            client.ping()
    except redis.ResponseError as error:
        raise ConfigurationError(f"Redis at {place} refuses: {error}") from None
    except (redis.RedisError, OSError):
        raise ConfigurationError(f"no Redis at {place}") from None
