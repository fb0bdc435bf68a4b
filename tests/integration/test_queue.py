"""The dispatcher's bell: of many within a moment one is rung, and nobody waits for a Redis that is away."""

import time
from collections.abc import Iterator

import pytest
import redis

from app import queue
from tests.integration.api.conftest import ringing_by


@pytest.fixture
def broker(redis_url: str) -> Iterator[redis.Redis]:
    with ringing_by(redis_url), redis.Redis.from_url(redis_url) as client:
        yield client


def test_forty_bells_at_once_are_one(broker: redis.Redis) -> None:
    for _ in range(40):
        queue.ring_dispatch()
    assert broker.llen("celery_dispatch") == 1


def test_a_moment_later_it_is_rung_again(broker: redis.Redis) -> None:
    queue.ring_dispatch()
    time.sleep(0.3)
    queue.ring_dispatch()
    assert broker.llen("celery_dispatch") == 2


def test_what_a_person_waits_for_does_not_wait_for_the_rest(broker: redis.Redis) -> None:
    queue.ring_dispatch()
    queue.ring_dispatch(soon=True)
    queue.ring_dispatch(soon=True)
    assert broker.llen("celery_dispatch") == 2


def test_a_redis_that_lost_everything_is_rung(broker: redis.Redis) -> None:
    queue.ring_dispatch()
    broker.flushall()
    queue.ring_dispatch()
    assert broker.llen("celery_dispatch") == 1


def test_with_redis_down_the_worker_goes_on_at_once() -> None:
    with ringing_by("redis://127.0.0.1:9/0"):
        began = time.monotonic()
        queue.ring_dispatch()
    assert time.monotonic() - began < 1
