"""The containers for real: `make test-compose`. Not in the suite, for it builds an image and needs docker and the base images.

Ports, project, volumes and network are its own; the fixed name of the Redis container is not, so nothing else of ours may run.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
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
    "WORKER_CONCURRENCY": "2",
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


@pytest.fixture(scope="module")
def stack() -> Iterator[None]:
    try:
        good("--profile", "demo", "up", "--build", "-d", seconds=900)
        yield
    finally:
        compose("--profile", "demo", "down", "--volumes", "--timeout", "10")


def demo_ended(seconds: float) -> int:
    """The exit code of the demo's container."""
    container = good("--profile", "demo", "ps", "-q", "demo").strip()
    done = subprocess.run(["docker", "wait", container], capture_output=True, text=True, check=True, timeout=seconds)
    return int(done.stdout)


def test_servers_and_a_worker_that_go_in_the_middle_of_it_change_nothing(stack: None) -> None:
    worker = good("ps", "-q", "celery_worker").split()[0]
    subprocess.run(["docker", "kill", worker], capture_output=True, check=True, timeout=60)
    good("restart", "--timeout", "10", "redis", "db")
    good("up", "-d", "--scale", "celery_worker=2", "celery_worker")
    ended = demo_ended(300)
    assert ended == 0, good("--profile", "demo", "logs", "demo")


def test_the_documents_commands(stack: None) -> None:
    good("exec", "-T", "api", "alembic", "upgrade", "head")
    assert "job " in good("exec", "-T", "api", "python", "test_celery_task.py", "user1@sandbox.test", seconds=180)
    asked = ["docker", "exec", "fincoach-redis-1", "redis-cli", "LLEN", "celery"]
    assert subprocess.run(asked, capture_output=True, text=True, check=True, timeout=30).stdout.strip().isdigit()
    good("exec", "-T", "api", "python", "-m", "app", "doctor")


def test_eight_workers(stack: None) -> None:
    good("up", "-d", "--scale", "celery_worker=8", "celery_worker")
    workers = good("ps", "-q", "celery_worker").split()
    assert len(workers) == 8
    ends_at = time.monotonic() + 240
    while healthy(workers) < 8 and time.monotonic() < ends_at:
        time.sleep(5)
    assert healthy(workers) == 8


def healthy(containers: list[str]) -> int:
    asked = ["docker", "inspect", "--format", "{{.State.Health.Status}}", *containers]
    return subprocess.run(asked, capture_output=True, text=True, check=True, timeout=30).stdout.split().count("healthy")


def test_our_containers_may_write_nothing_and_do_nothing(stack: None) -> None:
    status = good("exec", "-T", "api", "cat", "/proc/self/status")
    assert "CapEff:\t0000000000000000" in status
    assert "NoNewPrivs:\t1" in status
    assert "Read-only file system" in compose("exec", "-T", "api", "touch", "/srv/fincoach/mark").stderr


def test_every_way_down_and_up_that_operators_are_told(stack: None) -> None:
    good("--profile", "monitoring", "config", "-q")
    good("stop", "api", "celery_worker", "celery_beat")
    good("run", "--rm", "migrate")
    good("up", "-d")
    assert "1 row" in good("exec", "-T", "db", "psql", "-U", "fincoach", "fincoach", "-c", "SELECT 1")
    good("exec", "-T", "api", "python", "-m", "app", "keys", "create", "--name", "backend", "--scope", "admin")


def test_production_refuses_development_values(stack: None) -> None:
    refused = compose("run", "--rm", "--no-deps", "migrate", APP_ENV="production")
    assert refused.returncode == 2
    assert "DATABASE_URL must be set to a value of your own when APP_ENV=production" in refused.stdout + refused.stderr
