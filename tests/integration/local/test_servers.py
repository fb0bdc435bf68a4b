"""The embedded servers start, stop, and start again on what a kill left behind."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # it ships no types
import psycopg2
import pytest
import redis
from sqlalchemy import text

from app.db import get_engine
from app.errors import ConfigurationError
from app.local.ports import LOOPBACK, free_port
from app.local.postgres import SOCKET_PATH_LIMIT, postgres_server
from app.local.redis import redis_server


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    assert _running_on(tmp_path) == []


def test_a_test_gets_a_migrated_database_of_its_own(database_url: str) -> None:
    with get_engine().connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM email_sync_jobs")).scalar() == 0


def test_redis_is_empty_at_the_start_of_a_test(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        assert client.dbsize() == 0


def test_postgres_keeps_its_data_and_starts_after_a_kill(data: Path) -> None:
    with postgres_server(data / "pg", data / "pg.log") as server:
        _execute(server.url, "CREATE TABLE kept (n int)")
        for process in _running_on(data):
            process.kill()
    with postgres_server(data / "pg", data / "pg.log") as server:
        _execute(server.url, "SELECT n FROM kept")


def test_what_was_to_be_stored_is_not_in_the_servers_log(data: Path) -> None:
    """A refused statement holds the values themselves: what a mail said, or a token."""
    log = data / "pg.log"
    with postgres_server(data / "pg", log, durable=False) as server:
        _execute(server.url, "CREATE TABLE few (word varchar(3) CHECK (word <> 'no'))")
        for word in ("canary", "no"):
            with pytest.raises(psycopg2.Error):
                _execute(server.url, f"INSERT INTO few VALUES ('{word}')")
        with pytest.raises(psycopg2.Error):
            _execute(server.url, "INSERT INTO few SELECT 'canary' FROM nothing")
    said = log.read_text(encoding="utf-8")
    assert "ERROR" in said, "the log tells that something was refused"
    assert "canary" not in said
    assert "(no)" not in said


def test_a_postgres_that_outlived_its_run_is_replaced(data: Path) -> None:
    with postgres_server(data / "pg", data / "pg.log", durable=False):
        (leader,) = [process for process in _running_on(data) if process.ppid() == psutil.Process().pid]
        with postgres_server(data / "pg", data / "pg.log", durable=False) as server:
            assert not leader.is_running() or leader.status() == psutil.STATUS_ZOMBIE
            _execute(server.url, "SELECT 1")


def test_whoever_holds_the_port_and_says_nothing_is_not_waited_for(data: Path) -> None:
    refused = pytest.raises(ConfigurationError, match="Address already in use")
    with socket.create_server((LOOPBACK, 0)) as silent, refused, ExitStack() as stops:
        port = silent.getsockname()[1]
        stops.enter_context(redis_server(data / "redis", data / "redis.log", port=port, durable=False))


def test_a_long_path_still_gets_a_socket(data: Path) -> None:
    deep = data / ("d" * SOCKET_PATH_LIMIT)
    with postgres_server(deep / "pg", data / "pg.log", durable=False) as server:
        _execute(server.url, "SELECT 1")
    with postgres_server(deep / "pg", data / "pg.log", durable=False) as server:
        _execute(server.url, "SELECT 1")


def test_redis_keeps_its_data_over_a_kill(data: Path) -> None:
    with redis_server(data / "redis", data / "redis.log") as server, redis.Redis.from_url(server.url) as client:
        client.rpush("celery", "a", "b")
        time.sleep(1.2)  # the append-only file is synced every second
        for process in _running_on(data):
            process.kill()
    with redis_server(data / "redis", data / "redis.log") as server, redis.Redis.from_url(server.url) as client:
        assert client.llen("celery") == 2
        assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}


def test_a_redis_that_outlived_its_run_is_replaced(data: Path) -> None:
    with redis_server(data / "redis", data / "redis.log") as old, redis_server(data / "redis", data / "redis.log"):
        assert old.child.exit_code is not None


def test_redis_on_a_taken_port_says_so_in_its_log(data: Path) -> None:
    port = free_port()
    with (
        redis_server(data / "one", data / "one.log", port=port, durable=False),
        pytest.raises(ConfigurationError, match="already in use"),
        redis_server(data / "two", data / "two.log", port=port, durable=False),
    ):
        pass


def _execute(url: str, statement: str) -> None:
    connection = psycopg2.connect(url)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(statement)
    finally:
        connection.close()


def _running_on(data: Path) -> list[psutil.Process]:
    """Processes whose command line names the folder: the servers' leaders."""
    return [
        process
        for process in psutil.process_iter(["cmdline"])
        if any(str(data) in part for part in process.info["cmdline"] or ())
    ]
