"""The dispatcher's bell: of many within a moment one is rung, and nobody waits for a Redis that is away."""

import base64
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

import orjson
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


def test_what_nothing_may_come_after_is_heard_at_the_end_of_the_moment(broker: redis.Redis) -> None:
    """The tick of the bell before it may have looked too early, and there may be no bell after it."""
    queue.ring_dispatch()
    for _ in range(3):
        queue.ring_dispatch(surely=True)
    later, first = (orjson.loads(one) for one in broker.lrange("celery_dispatch", 0, -1))
    assert first["headers"]["eta"] is None
    wait = datetime.fromisoformat(later["headers"]["eta"]) - datetime.now(UTC)
    assert 0 < wait.total_seconds() <= queue.TICK_SECONDS


def test_what_is_rung_surely_is_rung_at_once_when_nothing_was(broker: redis.Redis) -> None:
    queue.ring_dispatch(surely=True)
    queue.ring_dispatch(soon=True, surely=True)
    assert [orjson.loads(one)["headers"]["eta"] for one in broker.lrange("celery_dispatch", 0, -1)] == [None, None]


def test_what_a_person_waits_for_does_not_wait_for_the_rest(broker: redis.Redis) -> None:
    queue.ring_dispatch()
    queue.ring_dispatch(soon=True)
    queue.ring_dispatch(soon=True)
    assert broker.llen("celery_dispatch") == 2


def test_who_can_tick_does_not_ring_for_what_a_person_waits_for(broker: redis.Redis, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor tick for each of many in a moment: a tick asks for everybody's turn, and a child that ticks does no other work."""
    ticks: list[int] = []
    monkeypatch.setattr(queue, "_answers", [])
    queue.answer_soon_by(lambda: ticks.append(1))
    for _ in range(20):
        queue.ring_dispatch(soon=True)
    assert (len(ticks), broker.llen("celery_dispatch")) == (1, 0)
    queue.ring_dispatch()
    assert (len(ticks), broker.llen("celery_dispatch")) == (1, 1)
    broker.delete("fincoach:bell:soon")
    queue.ring_dispatch(soon=True)
    assert (len(ticks), broker.llen("celery_dispatch")) == (2, 1)


def test_a_listing_that_goes_on_is_in_a_line_of_its_own(broker: redis.Redis) -> None:
    queue.ring_initial(uuid.uuid4(), 6, uuid.uuid4())
    queue.ring_initial(uuid.uuid4(), 6, uuid.uuid4(), begun=True)
    assert queue.listings_waiting() == (1, 1)


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


def test_whatever_names_a_user_is_forgotten_and_nothing_else(broker: redis.Redis) -> None:
    user, other = uuid.uuid4(), uuid.uuid4()
    for one in (user, other):
        queue.ring_initial(one, 6, uuid.uuid4())
        queue.ring_incremental(one)
        broker.set(f"limits:{one}", 1)
        broker.set(f"celery-task-meta-{uuid.uuid4()}", f'{{"result": "no user {one}"}}')
        body = base64.b64encode(f'[["{one}"], {{}}, {{}}]'.encode()).decode()
        broker.hset("unacked", str(one)[:8], f'[{{"body": "{body}"}}, "", "celery"]')
    assert queue.forget(str(user)) == 5
    assert queue.forget(str(user)) == 0
    assert (broker.llen("celery_listing"), broker.hlen("unacked"), len(list(broker.scan_iter("limits:*")))) == (2, 1, 1)


def test_with_redis_away_nothing_is_known_of_it() -> None:
    with ringing_by("redis://127.0.0.1:9/0"):
        assert queue.forget("anything") is None
