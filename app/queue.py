"""The doorbell: publish a task by its name, after the commit that made it worth doing. The only way to ring.

A message carries ids and nothing else. Ringing may fail: the row is there, and the sweeper rings again.
"""

import base64
import os
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from functools import cache
from types import MappingProxyType
from typing import Any

import orjson
import structlog
from celery import current_app
from celery.result import denied_join_result
from kombu.exceptions import OperationalError
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from app import telemetry
from app.log import REQUEST_ID, request_id

log = structlog.get_logger()

TASKS = "app.workers.email_tasks"
_AWAY = (OperationalError, RedisError, OSError)
_BELLS_AT_ONCE = 500
# The dispatcher must not wait in line behind the batches that it fills the line with.
_DISPATCH = {"queue": "celery_dispatch", "expires": 60}
# While batches end, the dispatcher looks so often.
TICK_SECONDS = 0.25
# Who answers a soon bell in this process; nobody, or one.
_answers: list[Callable[[], None]] = []


def ring_initial(user_id: uuid.UUID, months: int, task_id: uuid.UUID, *, begun: bool = False) -> None:
    """The Celery id is the one the API answered with, also when it is rung again.

    A listing that has `begun` goes on in a queue of its own: whoever waits for their first page is not to wait for others' last.
    """
    _ring("fetch_user_emails_initial", str(user_id), months, task_id=str(task_id), **({"queue": "celery_pages"} if begun else {}))


def listings_waiting() -> tuple[int, int]:
    """In line: listings that are to begin, and such as go on; none when Redis is away. Not to be asked in a transaction: a silent
    Redis takes its time."""
    lengths = _lengths(["celery_listing", "celery_pages"]) or {}
    return lengths.get("celery_listing", 0), lengths.get("celery_pages", 0)


def ring_incremental(user_id: uuid.UUID) -> None:
    _ring("fetch_user_emails_incremental", str(user_id))


def ring_incrementals(user_ids: Sequence[uuid.UUID]) -> None:
    """Of a minute's mailboxes, in few trips to Redis."""
    _ring_each("fetch_user_emails_incremental", user_ids)


def ring_batches(batch_ids: Sequence[uuid.UUID], *, first: Set[uuid.UUID] = frozenset()) -> None:
    """Many at once, in few trips to Redis: after a loss of all of it there may be thousands.

    `first` are those a person waits for: they have a queue of their own.
    """
    _ring_each("process_email_batch", batch_ids, lambda one: {"queue": "celery_first"} if one in first else {})


def _ring_each(
    name: str, ids: Sequence[uuid.UUID], options_of: Callable[[uuid.UUID], Mapping[str, Any]] = lambda _: MappingProxyType({})
) -> None:
    try:
        with _together() as options:
            for one in ids:
                # Redis away is found out once, not for each.
                if _ring(name, str(one), **options, **options_of(one)) is False:
                    break
    except _AWAY as error:
        log.warning("ring_failed", task=name, bells=len(ids), error=type(error).__name__)


@contextmanager
def _together() -> Iterator[dict[str, Any]]:
    """Options by which what is rung inside goes out together at its end."""
    with current_app.producer_or_acquire() as producer, producer.batch(max_size=_BELLS_AT_ONCE):
        yield {"producer": producer}


def ring_dispatch(*, soon: bool = False, surely: bool = False) -> None:
    """Many batches end in a second, and one tick serves them all: of the bells within a moment only the first is rung.

    What the others would have said is seen by the next, or by Beat's a second later. `soon` is for what a person waits for: where
    there is somebody to answer it at once, it is not rung at all. Of these too only the first is heard: when a thousand begin
    together, a tick for each of them takes the cores from their mails. `surely` is for what nothing else may come after: one that
    is not heard is heard at the end of the moment.
    """
    first = _first_within("soon" if soon else "tick", milliseconds=100 if soon else int(1000 * TICK_SECONDS))
    if first and soon and _answers:
        _answers[-1]()
    elif first:
        _ring("dispatch_batches", **_DISPATCH)
    elif first is False and surely and _first_within("later", milliseconds=int(1000 * TICK_SECONDS)):
        _ring("dispatch_batches", **_DISPATCH, countdown=TICK_SECONDS)


def answer_soon_by(tick: Callable[[], None]) -> None:
    """In a process that can tick: the children of a worker may all be at work, and the bell would wait for one of them."""
    _answers[:] = [tick]


def lengths() -> dict[str, int] | None:
    """Messages that wait, by queue; None when Redis is away. Priorities and what is at work are not in it."""
    return _lengths([queue.name for queue in current_app.conf.task_queues])


def forget(needle: str) -> int | None:
    """Take whatever holds `needle` (an id) out of Redis: messages that wait or are at work, results, keys named after it.

    Returns how many entries, or None when Redis is away. It looks at every key, and there are few: whoever leaves does so once.
    """
    try:
        return sum(_forget_in(_redis(url, os.getpid()), needle.encode()) for url in sorted(_urls()))
    except _AWAY as error:
        log.warning("forget_failed", error=type(error).__name__)
        return None


def _urls() -> set[str]:
    """The broker's, and the backend's where it is a Redis too."""
    return {url for url in (current_app.conf.broker_url, current_app.conf.result_backend) if str(url).startswith("redis")}


def _forget_in(redis: Any, needle: bytes) -> int:
    """`redis` by any type: the client's own stubs take strings alone where it takes bytes."""
    forgotten = 0
    for key in redis.scan_iter(count=1000):
        if needle in key:
            forgotten += redis.delete(key)
            continue
        kind = redis.type(key)
        if kind == b"list":
            forgotten += sum(redis.lrem(key, 0, one) for one in set(redis.lrange(key, 0, -1)) if needle in _opened(one))
        elif kind == b"hash":
            forgotten += sum(redis.hdel(key, name) for name, one in redis.hgetall(key).items() if needle in _opened(one))
        elif kind == b"string" and needle in (redis.get(key) or b""):
            forgotten += redis.delete(key)
    return forgotten


def _opened(message: bytes) -> bytes:
    """A message as Celery sends it, and the body inside, which is in base64."""
    try:
        held = orjson.loads(message)
        envelope = held[0] if isinstance(held, list) else held
        return message + base64.b64decode(envelope["body"])
    except (ValueError, LookupError, TypeError):
        return message


def _lengths(names: Sequence[str]) -> dict[str, int] | None:
    try:
        redis: Any = _redis(current_app.conf.broker_url, os.getpid())
        return {name: int(redis.llen(name)) for name in names}
    except _AWAY as error:
        log.warning("queues_unknown", error=type(error).__name__)
        return None


def _first_within(name: str, *, milliseconds: int) -> bool | None:
    """None when Redis is away."""
    try:
        redis = _redis(current_app.conf.broker_url, os.getpid())
        return bool(redis.set(f"fincoach:bell:{name}", 1, nx=True, px=milliseconds))
    except _AWAY as error:
        # Nor could it be rung.
        log.warning("ring_failed", task="dispatch_batches", error=type(error).__name__)
        return None


@cache
def _redis(url: str, _process: int) -> Redis:
    """A client of our own: Celery's would try again for ever."""
    return Redis.from_url(url, socket_timeout=2, socket_connect_timeout=2, retry=Retry(NoBackoff(), 0))


def _ring(name: str, *args: object, **options: Any) -> bool:
    """False when Redis is away."""
    try:
        # Who rings does not wait for the result; without saying so, the backend would be asked to listen for it first.
        with denied_join_result():
            # No retry here: a person may be waiting for the answer, and the sweeper is the retry.
            current_app.send_task(f"{TASKS}.{name}", args=args, retry=False, headers=_headers(), **options)
    except _AWAY as error:
        log.warning("ring_failed", task=name, error=type(error).__name__)
        return False
    return True


def _headers() -> dict[str, str]:
    """Whose request this is for, and of which trace: nothing that anybody acts on."""
    known = request_id()
    headers = {} if known is None else {REQUEST_ID: known}
    telemetry.inject(headers)
    return headers
