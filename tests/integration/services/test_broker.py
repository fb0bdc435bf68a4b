"""What is no message does not end the worker, and the messages behind it are delivered."""

import pytest
import redis
from kombu import Connection, Queue

from app.broker import use_for_redis

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
        queue = Queue("celery", channel=connection.default_channel)
        with connection.Consumer([queue], callbacks=[lambda body, _: heard.append(body)], no_ack=True):
            client.lpush("celery", garbage)
            connection.Producer().publish({"rings": 1}, routing_key="celery")
            for _ in range(5):
                if not heard:
                    drain(connection)
    assert heard == [{"rings": 1}]


def drain(connection: Connection) -> None:
    try:
        connection.drain_events(timeout=1)
    except TimeoutError:
        return
