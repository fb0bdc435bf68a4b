"""The containers for real: `make test-compose`. Not in the suite, for it builds an image and needs docker and the base images.

Ports, project, volumes and network are its own; the fixed name of the Redis container is not, so nothing else of ours may run.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {
    "COMPOSE_PROJECT_NAME": "fincoach-check",
    "API_PORT": "18000",
    "DB_PORT": "15434",
    "REDIS_PORT": "16379",
    "SANDBOX_PORT": "18025",
    "DEMO_USERS": "2",
    "DEMO_MAILS": "300",
    "GMAIL_TARIFF": "none",
    "WORKER_CONCURRENCY": "1",
}
COMPOSE = [shutil.which("docker-compose") or "docker-compose"] if shutil.which("docker-compose") else ["docker", "compose"]


def compose(*arguments: str, seconds: float = 300, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*COMPOSE, *arguments],
        cwd=ROOT,
        env=os.environ | ENVIRONMENT | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
        stdin=subprocess.DEVNULL,
    )


def good(*arguments: str, seconds: float = 300) -> str:
    done = compose(*arguments, seconds=seconds)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def docker(*arguments: str, seconds: float = 60) -> str:
    done = subprocess.run(["docker", *arguments], capture_output=True, text=True, check=False, timeout=seconds)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def sql(statement: str) -> str:
    return good("exec", "-T", "db", "psql", "-U", "fincoach", "-Atc", statement, "fincoach").strip()


def refused(*arguments: str, **environment: str) -> tuple[int, list[str]]:
    """What a service that cannot start ends with: its code, and its lines."""
    settings = [part for name, value in environment.items() for part in ("-e", f"{name}={value}")]
    done = compose("run", "--rm", "--no-deps", "-T", "-e", "WAIT_SECONDS=3", *settings, *arguments, seconds=120)
    return done.returncode, [line for line in (done.stdout + done.stderr).splitlines() if line.startswith("fincoach: ")]


@pytest.fixture(scope="module")
def stack() -> Iterator[None]:
    try:
        compose("--profile", "demo", "down", "--volumes", "--timeout", "5")
        good("--profile", "demo", "up", "--build", "-d", seconds=900)
        yield
    finally:
        compose("--profile", "demo", "down", "--volumes", "--timeout", "10")


def until(happened: Callable[[], bool], seconds: float, pause: float = 0.2) -> None:
    ends_at = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < ends_at, f"not within {seconds:.0f} s: {good('ps')}"
        time.sleep(pause)


def demo_is_equal() -> None:
    """The import ends, and what is stored is the sandbox's ledger."""
    container = good("--profile", "demo", "ps", "-q", "demo").strip()
    ended = docker("wait", container, seconds=300)
    said = docker("logs", container)
    assert ended == "0", said
    assert "Equal: nothing lost, nothing doubled, nothing changed." in said


def test_servers_and_a_worker_that_go_in_the_middle_of_it_change_nothing(stack: None) -> None:
    (worker,) = good("ps", "-q", "celery_worker").split()
    until(lambda: int(sql("SELECT count(*) FROM email_outcomes")) > 0, 120)
    docker("kill", worker)
    # The only worker is gone: what is not done now stays so until there is another.
    assert int(sql("SELECT count(*) FROM email_sync_batches WHERE status <> 'done'")) > 0
    good("restart", "--timeout", "10", "redis", "db")
    good("up", "-d", "--scale", "celery_worker=2", "celery_worker")
    demo_is_equal()


def test_down_leaves_volumes_alone_and_what_comes_up_on_them_goes_on(stack: None) -> None:
    before = sql("SELECT count(*), max(created_at) FROM transactions")
    good("--profile", "demo", "down", "--timeout", "10")
    project = f"label=com.docker.compose.project={ENVIRONMENT['COMPOSE_PROJECT_NAME']}"
    assert docker("ps", "--all", "--quiet", "--filter", project) == docker("network", "ls", "--quiet", "--filter", project) == ""
    assert len(docker("volume", "ls", "--quiet", "--filter", project).split()) >= 3
    good("--profile", "demo", "up", "-d", seconds=300)
    demo_is_equal()
    assert sql("SELECT count(*), max(created_at) FROM transactions") == before


def test_the_documents_commands(stack: None) -> None:
    good("exec", "-T", "api", "alembic", "upgrade", "head")
    assert "job " in good("exec", "-T", "api", "python", "test_celery_task.py", "user1@sandbox.test", seconds=180)
    assert docker("exec", "fincoach-redis-1", "redis-cli", "LLEN", "celery").isdigit()
    good("exec", "-T", "api", "python", "-m", "app", "doctor")


def test_beat_is_still_well_when_its_first_ring_is_long_ago(stack: None) -> None:
    beat = good("ps", "-q", "celery_beat").strip()
    until(lambda: int(docker("exec", beat, "stat", "-c", "%X", "/proc/1")) < time.time() - 30, 60)
    good("exec", "-T", "celery_beat", "python", "-m", "app", "beat-alive", "--within", "20")


def test_eight_workers(stack: None) -> None:
    good("up", "-d", "--scale", "celery_worker=8", "celery_worker")
    workers = good("ps", "-q", "celery_worker").split()
    assert len(workers) == 8
    until(lambda: health(workers) == ["healthy"] * 8, 240, 3)
    good("up", "-d", "--scale", "celery_worker=1", "celery_worker")


def health(containers: list[str]) -> list[str]:
    return docker("inspect", "--format", "{{.State.Health.Status}}", *containers).split()


def test_our_containers_may_write_nothing_and_do_nothing(stack: None) -> None:
    for service in ("api", "celery_worker", "celery_beat", "sandbox"):
        (container,) = good("--profile", "demo", "ps", "-q", service).split()
        (seen,) = json.loads(docker("inspect", container))
        assert (seen["HostConfig"]["ReadonlyRootfs"], seen["HostConfig"]["CapDrop"]) == (True, ["ALL"])
        assert seen["Config"]["User"] == "10001:10001"
        status = docker("exec", container, "cat", "/proc/1/status")
        assert all(f"{kind}:\t0000000000000000" in status for kind in ("CapPrm", "CapEff", "CapBnd", "CapAmb"))
        assert "NoNewPrivs:\t1" in status
        assert "Uid:\t10001\t10001\t10001\t10001" in status
    assert "Read-only file system" in compose("exec", "-T", "api", "touch", "/srv/fincoach/mark").stderr


def test_every_way_down_and_up_that_operators_are_told(stack: None, tmp_path: Path) -> None:
    good("--profile", "monitoring", "config", "-q")
    count = sql("SELECT count(*) FROM transactions")
    dump = script("container/backup.sh", str(tmp_path)).strip()
    sql("DELETE FROM transactions")
    good("stop", "api", "celery_worker", "celery_beat")
    script("container/restore.sh", dump)
    good("run", "--rm", "migrate")
    for service in ("celery_worker", "celery_beat", "api"):
        good("up", "-d", "--no-deps", service)
    assert sql("SELECT count(*) FROM transactions") == count != "0"
    running = [good("ps", "-q", service).strip() for service in ("api", "celery_worker", "celery_beat")]
    until(lambda: health(running) == ["healthy"] * 3, 120, 3)
    good("exec", "-T", "api", "python", "-m", "app", "keys", "create", "--name", "backend", "--scope", "admin")


def script(name: str, *arguments: str) -> str:
    done = subprocess.run(
        [ROOT / name, *arguments],
        cwd=ROOT,
        env=os.environ | ENVIRONMENT | {"ON": f"{' '.join(COMPOSE)} exec -T db"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_production_refuses_development_values(stack: None) -> None:
    for service in ("migrate", "api", "celery_worker", "celery_beat"):
        code, (line,) = refused(service, APP_ENV="production")
        assert code == 2
        assert line.startswith("fincoach: DATABASE_URL must be set to a value of your own when APP_ENV=production; ")


def test_a_wrong_password_is_named(stack: None) -> None:
    for service in ("migrate", "api", "celery_worker"):
        code, (line,) = refused(service, DATABASE_URL="postgresql://fincoach:wrong@db:5432/fincoach")
        assert (code, "password authentication failed" in line) == (1, True)
    code, (line,) = refused("celery_worker", CELERY_BROKER_URL="redis://:wrong@redis:6379/0")
    assert (code, "Redis refuses the password" in line) == (1, True)


def test_a_broker_that_is_away_is_named_and_the_api_goes_on(stack: None) -> None:
    good("stop", "--timeout", "5", "redis")
    try:
        for service in ("celery_worker", "celery_beat"):
            code, (line,) = refused(service)
            assert (code, "no Redis at redis:6379 (CELERY_BROKER_URL) after 3 s" in line) == (1, True)
        good("exec", "-T", "api", "python", "-m", "app", "api-alive")
    finally:
        good("start", "redis")


@pytest.mark.parametrize(("revision", "side"), [("022", "behind"), ("999", "ahead")])
def test_a_database_of_another_revision_is_named(stack: None, revision: str, side: str) -> None:
    head = sql("SELECT version_num FROM alembic_version")
    sql(f"UPDATE alembic_version SET version_num = '{revision}'")
    try:
        for service in ("api", "celery_worker", "celery_beat"):
            code, (line,) = refused(service)
            assert (code, f"the database is {side}: at {revision}" in line) == (1, True)
    finally:
        sql(f"UPDATE alembic_version SET version_num = '{head}'")


def test_what_cannot_start_says_so_each_time_docker_tries(stack: None) -> None:
    head = sql("SELECT version_num FROM alembic_version")
    sql("UPDATE alembic_version SET version_num = '999'")
    try:
        good("restart", "--timeout", "5", "celery_beat")
        until(lambda: good("logs", "--no-color", "celery_beat").count("the database is ahead: at 999") >= 2, 60, 1)
    finally:
        sql(f"UPDATE alembic_version SET version_num = '{head}'")
    beat = good("ps", "-q", "celery_beat").split()
    until(lambda: health(beat) == ["healthy"], 120, 3)
