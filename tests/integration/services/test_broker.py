"""What is no message does not end the worker, and the messages behind it are delivered."""

import base64
import json
import time
import uuid

import pytest
import redis
from kombu import Connection, Queue

from app import queue
from app.broker import use_for_redis
from tests.integration.api.conftest import ringing_by

GARBAGE = [
    b"this is no JSON",
    b"\xff\xfe",
    b"[" * 100_000,
    b"{}",
    b'["a", "list"]',
    b'{"properties": null}',
    b'{"properties": {}, "body": "x"}',
    b'{"properties": {"delivery_tag": "1"}, "body": 5}',
    b'{"properties": {"delivery_tag": "1"}, "body": "", "headers": []}',
]


@pytest.mark.parametrize("garbage", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_is_dropped_and_what_follows_comes(redis_url: str, garbage: bytes) -> None:
    use_for_redis()
    heard: list[object] = []
    with Connection(redis_url) as connection, redis.Redis.from_url(redis_url) as client:
        celery = Queue("celery", channel=connection.default_channel)
        with connection.Consumer([celery], callbacks=[lambda body, _: heard.append(body)], no_ack=True):
            client.lpush("celery", garbage)
            connection.Producer().publish({"rings": 1}, routing_key="celery")
            for _ in range(5):
                if not heard:
                    drain(connection)
    assert heard == [{"rings": 1}]


def test_many_bells_go_out_together_and_each_is_a_message(redis_url: str) -> None:
    ids = [uuid.uuid4() for _ in range(1200)]
    with ringing_by(redis_url), redis.Redis.from_url(redis_url) as client:
        before = client.info("stats")["total_commands_processed"]
        queue.ring_batches(ids)
        assert client.info("stats")["total_commands_processed"] - before < 1300, "a command each, in few trips"
        messages = [json.loads(one) for one in client.lrange("celery", 0, -1)]
    rung = [json.loads(base64.b64decode(one["body"]))[0][0] for one in reversed(messages)]
    assert rung == [str(one) for one in ids]


def test_with_redis_away_many_bells_cost_no_more_than_one() -> None:
    began = time.monotonic()
    with ringing_by("redis://127.0.0.1:9/0"):
        queue.ring_batches([uuid.uuid4() for _ in range(1200)])
    assert time.monotonic() - began < 5


def drain(connection: Connection) -> None:
    try:
        connection.drain_events(timeout=1)
    except TimeoutError:
        return
