"""Celery's way to Redis, but that neither what is no message nor a Redis that will not write ends the worker, as in kombu."""

from json import JSONDecodeError
from queue import Empty
from typing import Any

import structlog
from kombu.transport import TRANSPORT_ALIASES, redis
from redis.exceptions import ResponseError

log = structlog.get_logger()

_UNREADABLE = (JSONDecodeError, UnicodeDecodeError, RecursionError)


class Channel(redis.Channel):
    def _brpop_read(self, **options: Any) -> Any:
        try:
            return super()._brpop_read(**options)  # type: ignore[misc]  # kombu's types do not tell of it
        except _UNREADABLE as error:
            log.warning("message_dropped", why=type(error).__name__)
            # As if nothing had come.
            raise Empty from None


class Transport(redis.Transport):
    Channel = Channel
    # It is there and says no: its disk or memory is full, it has become a replica, too few follow it. All of that is mended while
    # the worker connects again and again, once a second, as for a Redis that is away.
    connection_errors = (*redis.Transport.connection_errors, ResponseError)

    def _deliver(self, message: Any, queue: str | None) -> None:
        if _is_message(message):
            super()._deliver(message, queue)
        else:
            log.warning("message_dropped", why="not_an_envelope", queue=queue)


def _is_message(value: Any) -> bool:
    properties = value.get("properties") if isinstance(value, dict) else None
    if not isinstance(properties, dict) or not isinstance(value.get("headers", {}), dict):
        return False
    return isinstance(properties.get("delivery_tag"), str) and isinstance(value.get("body", ""), str)


def use_for_redis() -> None:
    """For every URL that names Redis, with TLS or without."""
    for scheme in ("redis", "rediss"):
        TRANSPORT_ALIASES[scheme] = "app.broker:Transport"
