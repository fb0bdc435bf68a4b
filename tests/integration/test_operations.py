"""What an operator meets: doctor, migrate, the entrypoints and a backup, on real servers."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # it ships no types
import pytest
from redis import Redis
from sqlalchemy import text

from app.config import Settings
from app.db import transaction
from app.errors import ConfigurationError
from app.local.postgres import _binaries, create_database, drop_database, with_database
from app.services import doctor, migrating, users
from app.storage import schema

ROOT = Path(__file__).parents[2]
NOWHERE = "postgresql://app:hush@127.0.0.1:1/fincoach"
# Celery warns of root, which a container's process is not.
AS_ROOT = {"PYTHONWARNINGS": "ignore"}
AppSettings = Callable[..., Settings]


def set_revision(revision: str) -> None:
    with transaction() as session:
        session.execute(text("UPDATE alembic_version SET version_num = :to"), {"to": revision})


def found(part: str) -> doctor.Finding:
    (finding,) = doctor.examine([part])
    return finding


def test_all_is_well(database_url: str, redis_url: str) -> None:
    findings = doctor.examine(["database", "migrations", "broker"])
    assert [finding.state for finding in findings] == ["ok", "ok", "ok"]


def test_a_database_behind_the_code_may_be_waited_for(database_url: str) -> None:
    set_revision("022")
    finding = found("migrations")
    assert (finding.state, finding.passing) == ("fail", True)
    assert str(finding) == (
        f"migrations: the database is behind: at 022, the code needs {schema.head()}; run: alembic upgrade head"
    )


def test_a_database_ahead_of_the_code_is_not_waited_for_nor_touched(database_url: str) -> None:
    set_revision("999")
    began = datetime.now(UTC)
    (finding,) = doctor.examine(["migrations"], wait_seconds=30)
    assert datetime.now(UTC) - began < timedelta(seconds=5)
    assert finding.says == f"the database is ahead: at 999, which this code, at {schema.head()}, does not know"
    with pytest.raises(migrating.Unmigrated, match="the database is ahead"):
        migrating.migrate(0)
    with transaction() as session:
        assert schema.version(session) == "999"


def test_alembic_itself_says_in_one_line_why_not(database_url: str) -> None:
    set_revision("999")
    ahead = f"FAILED: the database is ahead: at 999, which this code, at {schema.head()}, does not know; run the code that "
    for url, says in (
        (database_url, ahead),
        (NOWHERE, "FAILED: no PostgreSQL at 127.0.0.1:1 (DATABASE_URL)"),
        ("mysql://app:hush@db/fincoach", "FAILED: DATABASE_URL: must look like postgresql://"),
    ):
        ended = run(f"{Path(sys.executable).parent}/alembic", "upgrade", "head", DATABASE_URL=url)
        assert ended.returncode not in {0, None}
        assert (ended.stdout + ended.stderr).strip().startswith(says)
        assert len((ended.stdout + ended.stderr).strip().splitlines()) == 1
        assert "hush" not in ended.stdout + ended.stderr


def test_a_statement_that_a_migration_may_not_make_is_one_line(postgres_url: str, app_settings: AppSettings) -> None:
    create_database(postgres_url, "taken")
    try:
        app_settings(DATABASE_URL=with_database(postgres_url, "taken"))
        with transaction() as session:
            session.execute(text("CREATE TABLE users (id int)"))
        with pytest.raises(migrating.Unmigrated, match='a migration failed: relation "users" already exists'):
            migrating.migrate(0)
    finally:
        app_settings()
        drop_database(postgres_url, "taken")


def test_an_empty_database_is_migrated_and_migrated_again(postgres_url: str, app_settings: AppSettings) -> None:
    create_database(postgres_url, "empty")
    try:
        app_settings(DATABASE_URL=with_database(postgres_url, "empty"))
        assert migrating.migrate(0) == migrating.migrate(0) == schema.head()
    finally:
        app_settings()
        drop_database(postgres_url, "empty")


def test_servers_that_are_away_are_named_without_a_password(app_settings: AppSettings) -> None:
    app_settings(DATABASE_URL=NOWHERE, CELERY_BROKER_URL="redis://:hush@127.0.0.1:1/0")
    said = "\n".join(map(str, doctor.examine(["database", "broker"])))
    assert "no PostgreSQL at 127.0.0.1:1 (DATABASE_URL)" in said
    assert "no Redis that answers at CELERY_BROKER_URL" in said
    assert "hush" not in said
    with pytest.raises(migrating.Unmigrated, match="no PostgreSQL at"):
        migrating.migrate(0)


def test_a_redis_that_wants_no_password_of_ours(redis_url: str, app_settings: AppSettings) -> None:
    app_settings(CELERY_BROKER_URL=redis_url.replace("redis://", "redis://nobody:hush@"))
    finding = found("broker")
    assert (finding.state, finding.passing, finding.says) == ("fail", False, "Redis refuses the password")


def test_a_redis_that_has_no_room_left(redis_url: str, app_settings: AppSettings) -> None:
    app_settings(CELERY_BROKER_URL=redis_url)
    with told_to(redis_url, "maxmemory", "1mb", "0"):
        finding = found("broker")
    assert (finding.state, finding.says.startswith("Redis has filled ")) == ("warn", True)


@contextmanager
def told_to(redis_url: str, name: str, value: str, before: str) -> Iterator[Redis]:
    with Redis.from_url(redis_url) as client:
        client.config_set(name, value)
        try:
            yield client
        finally:
            client.config_set(name, before)


def test_a_client_that_is_not_set_and_no_key(app_settings: AppSettings) -> None:
    app_settings()
    assert [found(part).state for part in ("google", "tokens")] == ["fail", "fail"]


def test_of_a_database_that_is_away_nothing_else_is_said(app_settings: AppSettings) -> None:
    app_settings(DATABASE_URL=NOWHERE, CELERY_BROKER_URL="redis://:hush@127.0.0.1:1/0")
    findings = doctor.examine(["database", "migrations", "broker"])
    assert [finding.part for finding in doctor.causes(findings)] == ["database", "broker"]


def test_an_unknown_part_is_said() -> None:
    with pytest.raises(ConfigurationError, match="no part moon; there are settings, database"):
        doctor.examine(["moon"])


@pytest.mark.parametrize(("ahead", "state"), [(2, "ok"), (30, "warn"), (120, "fail")])
def test_a_clock_that_is_wrong(monkeypatch: pytest.MonkeyPatch, app_settings: AppSettings, ahead: int, state: str) -> None:
    app_settings()
    # Nobody can set this machine's clock for a test; the other's is as good.
    monkeypatch.setattr(doctor, "_CLOCKS", {"Google": lambda _: datetime.now(UTC) - timedelta(seconds=ahead)})
    finding = found("clock")
    assert finding.state == state
    assert finding.says == f"+{ahead}.0 s from Google's"


def run(script: str, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return subprocess.run(
        [str(ROOT / script), *arguments],
        env=os.environ | {"PATH": path} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("script", ["celery_worker_entrypoint.sh", "celery_beat_entrypoint.sh", "container/api_entrypoint.sh"])
def test_an_entrypoint_gives_up_with_one_line(script: str) -> None:
    ended = run(script, DATABASE_URL=NOWHERE, WAIT_SECONDS="1")
    assert ended.returncode == 1
    assert "no PostgreSQL at 127.0.0.1:1" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "hush" not in ended.stderr


def test_an_entrypoint_names_a_wrong_setting() -> None:
    ended = run("celery_worker_entrypoint.sh", APP_ENV="production")
    assert ended.returncode == 2
    assert ended.stderr.startswith("fincoach: DATABASE_URL must be set to a value of your own when APP_ENV=production; ")
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("script", "name", "value", "says"),
    [
        ("celery_worker_entrypoint.sh", "CELERY_QUEUES", "celery,nope", "CELERY_QUEUES names nope; there are celery_first,"),
        (
            "celery_worker_entrypoint.sh",
            "CELERY_POOL",
            "foo",
            "CELERY_POOL=foo is none of prefork, threads and solo",
        ),
        ("container/api_entrypoint.sh", "API_WORKERS", "many", "API_WORKERS=many is not a number of processes"),
        ("container/api_entrypoint.sh", "API_WORKERS", "0", "API_WORKERS=0 is not a number of processes"),
        ("container/api_entrypoint.sh", "WAIT_SECONDS", "1m", "WAIT_SECONDS=1m is not a whole number of seconds"),
    ],
)
def test_an_entrypoint_names_what_it_alone_reads(script: str, name: str, value: str, says: str) -> None:
    ended = run(script, **{name: value})
    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1)
    assert ended.stderr.startswith(f"fincoach: {says}")


def test_migrating_waits_as_long_as_the_others() -> None:
    began = time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-m", "app", "migrate"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": NOWHERE, "WAIT_SECONDS": "0"},
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1)
    assert "no PostgreSQL at 127.0.0.1:1" in ended.stderr
    assert time.monotonic() - began < 30


def test_an_entrypoint_becomes_the_program_it_waited_for(database_url: str, redis_url: str) -> None:
    ended = run("celery_worker_entrypoint.sh", "--help", DATABASE_URL=database_url, CELERY_BROKER_URL=redis_url)
    assert (ended.returncode, ended.stdout.partition("[OPTIONS]")[0].strip()) == (0, "Usage: celery worker")


@contextmanager
def running(script: str, *arguments: str, log: Path, ready: str, **environment: str) -> Iterator["subprocess.Popen[bytes]"]:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    with log.open("wb") as file:
        process = subprocess.Popen(
            [ROOT / script, *arguments], env=os.environ | {"PATH": path} | environment, stdout=file, stderr=file, cwd=log.parent
        )
    try:
        until(lambda: process.poll() is not None or ready in log.read_text(encoding="utf-8"))
        assert process.poll() is None, log.read_text(encoding="utf-8")
        yield process
    finally:
        process.terminate()
        process.wait(40)


def until(happened: Callable[[], bool]) -> None:
    ends_at = time.monotonic() + 90
    while not happened():
        assert time.monotonic() < ends_at
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("script", "arguments", "environment", "ready"),
    [
        ("container/api_entrypoint.sh", ["--host", "127.0.0.1", "--port", "0"], {"API_WORKERS": "2"}, "startup complete"),
        ("celery_beat_entrypoint.sh", [], {}, "beat: Starting..."),
    ],
)
def test_all_that_a_container_logs_is_json(
    database_url: str,
    redis_url: str,
    tmp_path: Path,
    script: str,
    arguments: list[str],
    environment: dict[str, str],
    ready: str,
) -> None:
    log = tmp_path / "log"
    servers = servers_at(database_url, redis_url) | {"BEAT_SCHEDULE": str(tmp_path / "beat")}
    with running(script, *arguments, log=log, ready=ready, **servers, **environment):
        lines = log.read_text(encoding="utf-8").splitlines()
    assert_json(lines)


def servers_at(database_url: str, redis_url: str) -> dict[str, str]:
    return {"DATABASE_URL": database_url, "CELERY_BROKER_URL": redis_url, "CELERY_RESULT_BACKEND": redis_url}


def assert_json(lines: list[str]) -> None:
    assert [line for line in lines if not line.startswith('{"')] == []
    assert all({"event", "level", "timestamp"} <= set(json.loads(line)) for line in lines)


def test_a_worker_outlives_a_redis_that_refuses_to_write_and_its_children_whoever_asks_their_group_to_stop(
    database_url: str, redis_url: str, tmp_path: Path
) -> None:
    """A full disk is no test's to make; Redis says no in the same way where too few follow it."""
    log = tmp_path / "log"
    servers = servers_at(database_url, redis_url) | AS_ROOT | {"WORKER_CONCURRENCY": "1"}
    with running("celery_worker_entrypoint.sh", "--pidfile=", log=log, ready="ready.", **servers) as worker:
        children = psutil.Process(worker.pid).children()
        children[0].terminate()
        with told_to(redis_url, "min-replicas-to-write", "1", "0"):
            until(lambda: worker.poll() is not None or "NOREPLICAS" in log.read_text(encoding="utf-8"))
        until(lambda: worker.poll() is not None or log.read_text(encoding="utf-8").count("Connected to redis") > 1)
        assert worker.poll() is None
        assert psutil.Process(worker.pid).children() == children
        assert_json(log.read_text(encoding="utf-8").splitlines())


def test_a_backup_brings_back_what_was_there(database_url: str, tmp_path: Path) -> None:
    name, _, query = database_url.rpartition("/")[2].partition("?")
    host = query.partition("host=")[2].replace("%2F", "/")
    servers = {"ON": "", "PGHOST": host, "POSTGRES_USER": "postgres", "POSTGRES_DB": name}
    servers |= {"PATH": f"{_binaries()}:{os.environ['PATH']}"}
    users.create("before@example.com")
    saved = run("container/backup.sh", str(tmp_path), **servers)
    assert (saved.returncode, saved.stderr) == (0, "")
    users.create("after@example.com")
    restored = run("container/restore.sh", saved.stdout.strip(), **servers)
    assert (restored.returncode, restored.stderr) == (0, "")
    assert users.find_by_email("before@example.com") is not None
    assert users.find_by_email("after@example.com") is None
    assert found("migrations").state == "ok"


@pytest.mark.parametrize("compose", ["docker-compose", "docker"])
def test_a_backup_finds_the_database_of_either_compose(database_url: str, tmp_path: Path, compose: str) -> None:
    """By the names that its container was made with, which may stand in .env alone."""
    name, _, query = database_url.rpartition("/")[2].partition("?")
    host = query.partition("host=")[2].replace("%2F", "/")
    programs = tmp_path / "programs"
    programs.mkdir()
    for tool in ("sh", "env", "date", "dirname", "mkdir", "mv", "rm", "grep", "printenv"):
        (programs / tool).symlink_to(shutil.which(tool) or tool)
    words = "exec -T db" if compose == "docker-compose" else "compose exec -T db"
    container = programs / compose
    container.write_text(
        f'#!/bin/sh\n[ "${{*#"{words} "}}" != "$*" ] || exit 9\nshift {len(words.split())}\n'
        f"export POSTGRES_USER=postgres POSTGRES_DB={name} PATH={_binaries()}:$PATH PGHOST={host}\n"
        'exec env "$@"\n'
    )
    container.chmod(0o755)
    saved = subprocess.run(
        [ROOT / "container" / "backup.sh", tmp_path], env={"PATH": str(programs)}, capture_output=True, text=True, check=False
    )
    assert (saved.returncode, saved.stderr) == (0, "")
    assert Path(saved.stdout.strip()).stat().st_size > 1000


def test_what_is_no_backup_changes_nothing(database_url: str, tmp_path: Path) -> None:
    junk = tmp_path / "junk.dump"
    junk.write_bytes(b"not a dump")
    ended = run("container/restore.sh", str(junk), ON="", PATH=f"{_binaries()}:{os.environ['PATH']}")
    assert ended.returncode == 2
    assert "is no backup of a FinCoach database" in ended.stderr
    assert found("migrations").state == "ok"
