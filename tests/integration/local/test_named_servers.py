"""Servers of the developer's own that are not there, or are something else: one line that names the place and the setting."""

import os
import subprocess
import sys

import pytest

from app.db import transaction
from app.errors import ConfigurationError, Unavailable
from app.local.named_servers import NamedServers, named_servers
from app.local.ports import free_port
from app.local.supervisor import ROOT

POSTGRES = "DATABASE_URL: must look like postgresql://USER:PASSWORD@HOST:PORT/NAME"
REDIS = "CELERY_BROKER_URL: must look like redis://:PASSWORD@HOST:PORT/0"


@pytest.mark.parametrize(
    ("name", "url", "sentence"),
    [
        ("DATABASE_URL", "garbage", POSTGRES),
        ("DATABASE_URL", "mysql://me:hush@localhost/fincoach", POSTGRES),
        ("DATABASE_URL", "postgresql://me:hush@localhost:port/fincoach", POSTGRES),
        ("DATABASE_URL", "postgresql://me:hush@127.0.0.1:9/x", "no PostgreSQL at 127.0.0.1:9 (DATABASE_URL)"),
        ("DATABASE_URL", "postgresql://me:hush@nowhere.invalid/x", "no PostgreSQL at nowhere.invalid:5432 (DATABASE_URL)"),
        ("DATABASE_URL", "postgresql://me@/x?host=/nowhere", "no PostgreSQL at /nowhere (DATABASE_URL)"),
        ("CELERY_BROKER_URL", "garbage", REDIS),
        ("CELERY_BROKER_URL", "amqp://guest:hush@localhost//", REDIS),
        ("CELERY_BROKER_URL", "redis://localhost:port/0", REDIS),
        ("CELERY_BROKER_URL", "redis://:hush@127.0.0.1:9/0", "no Redis at 127.0.0.1:9 (CELERY_BROKER_URL)"),
        ("CELERY_BROKER_URL", "redis://:hush@nowhere.invalid/0", "no Redis at nowhere.invalid:6379 (CELERY_BROKER_URL)"),
    ],
)
def test_a_server_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch, name: str, url: str, sentence: str) -> None:
    monkeypatch.setenv(name, url)
    with pytest.raises(ConfigurationError) as refused:
        named_servers()
    assert str(refused.value) == sentence


def test_a_database_that_refuses_us_says_why(monkeypatch: pytest.MonkeyPatch, postgres_url: str) -> None:
    monkeypatch.setenv("DATABASE_URL", postgres_url.replace("/fincoach?", "/nothing?"))
    with pytest.raises(
        ConfigurationError, match=r'^PostgreSQL at /.* \(DATABASE_URL\) refuses: database "nothing" does not exist$'
    ):
        named_servers()


def test_servers_that_are_there(monkeypatch: pytest.MonkeyPatch, postgres_url: str, redis_server_url: str) -> None:
    assert named_servers() == NamedServers(None, None, None)
    monkeypatch.setenv("DATABASE_URL", postgres_url)
    monkeypatch.setenv("CELERY_BROKER_URL", redis_server_url)
    driven = postgres_url.replace("postgresql://", "postgresql+psycopg2://")
    assert named_servers() == NamedServers(driven, redis_server_url, None)


def test_a_result_backend_that_is_away(monkeypatch: pytest.MonkeyPatch, redis_server_url: str) -> None:
    monkeypatch.setenv("CELERY_BROKER_URL", redis_server_url)
    monkeypatch.setenv("CELERY_RESULT_BACKEND", "redis://127.0.0.1:9/0")
    with pytest.raises(ConfigurationError, match=r"no Redis at 127\.0\.0\.1:9 \(CELERY_RESULT_BACKEND\)"):
        named_servers()


@pytest.mark.parametrize(
    ("command", "before"), [(["-m", "app", "keys", "list"], "fincoach"), (["test_celery_task.py"], "database_unavailable")]
)
def test_a_command_without_its_database(command: list[str], before: str) -> None:
    port = free_port()
    url = f"postgresql://me:hush@localhost:{port}/fincoach"
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=os.environ | {"DATABASE_URL": url}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{before}: no PostgreSQL at localhost:{port} (DATABASE_URL)\n"


def test_a_url_that_cannot_be_taken_apart(monkeypatch: pytest.MonkeyPatch, app_settings: object) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:hush@localhost:port/fincoach")
    with pytest.raises(ConfigurationError, match=r"^DATABASE_URL: must look like"), transaction():
        pass


def test_a_lost_connection_tells_no_more_than_the_place(monkeypatch: pytest.MonkeyPatch, app_settings: object) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:hush@127.0.0.1:9/x")
    with pytest.raises(Unavailable) as away, transaction() as session:
        session.connection()
    assert str(away.value) == "no PostgreSQL at 127.0.0.1:9 (DATABASE_URL)"
