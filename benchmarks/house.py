"""What the benchmarks share: the real servers and the sandbox as processes, people in them, and CPU and memory by process."""

import contextlib
import json
import os
import re
import sys
import tempfile
import time
import urllib.request
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]  # it ships no types

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from sqlalchemy import insert  # noqa: E402  the repository is put on the path first

from app import queue  # noqa: E402
from app.db import transaction  # noqa: E402
from app.local import migrations  # noqa: E402
from app.local.environment import settings_from  # noqa: E402
from app.local.folder import DataFolder  # noqa: E402
from app.local.ports import LOOPBACK, free_port  # noqa: E402
from app.local.postgres import postgres_server  # noqa: E402
from app.local.processes import Child, start  # noqa: E402
from app.local.redis import redis_server  # noqa: E402
from app.models import GmailConnection, User  # noqa: E402
from app.services.cipher import encrypt  # noqa: E402

SCOPE = "https://www.googleapis.com/auth/gmail.readonly"
READY_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class House:
    """Running servers; `env` is what the app's processes need to find them."""

    folder: Path
    env: Mapping[str, str]
    sandbox_url: str
    processes: Mapping[str, Child]

    def cpu_seconds(self) -> dict[str, float]:
        """CPU spent by each of the processes and all below it, this process as `worker`."""
        trees = {name: child.popen.pid for name, child in self.processes.items()}
        return cpu_by_name(trees) | {"worker": time.process_time()}


@contextmanager
def house(*, users: int, mails: int, tariff: str = "none", latency: float = 0.0, concurrency: int = 30) -> Iterator[House]:
    """PostgreSQL, Redis and the sandbox in a folder that is thrown away; the app's settings in this process point at them."""
    with ExitStack() as stops:
        folder = DataFolder(Path(stops.enter_context(tempfile.TemporaryDirectory(prefix="fincoach-bench-"))).resolve())
        postgres = stops.enter_context(postgres_server(folder.postgres, folder.log("postgres")))
        redis = stops.enter_context(redis_server(folder.redis, folder.log("redis")))
        migrations.upgrade(postgres.url)
        port = free_port()
        sandbox = start("sandbox", _sandbox(port, users, mails, tariff, latency, concurrency), folder.log("sandbox"), cwd=ROOT)
        stops.callback(sandbox.stop, 5.0)
        url = f"http://{LOOPBACK}:{port}/"
        env = os.environ | _environment(postgres.url, redis.url, url, tariff, folder.token_key())
        stops.enter_context(settings_from(env))
        processes = {"sandbox": sandbox, "postgres": postgres.child, "redis": redis.child}
        _wait_for(f"{url}sandbox/health", sandbox)
        yield House(folder.root, env, url, processes)


def _sandbox(port: int, users: int, mails: int, tariff: str, latency: float, concurrency: int) -> list[str]:
    options = {"port": port, "users": users, "mails": mails, "tariff": tariff, "latency": latency, "concurrency": concurrency}
    return [sys.executable, "-m", "sandbox", *(f"--{name}={value}" for name, value in options.items())]


def _environment(database_url: str, redis_url: str, sandbox_url: str, tariff: str, token_key: str) -> dict[str, str]:
    return {
        "APP_ENV": "local",
        "OPEN_TO_LOOPBACK": "true",
        "DATABASE_URL": database_url,
        "CELERY_BROKER_URL": redis_url,
        "CELERY_RESULT_BACKEND": redis_url,
        "GMAIL_API_ROOT": sandbox_url,
        "GOOGLE_TOKEN_URL": f"{sandbox_url}token",
        "GOOGLE_CLIENT_ID": "sandbox",
        "GOOGLE_CLIENT_SECRET": "sandbox",
        "GMAIL_TARIFF": tariff,
        "GMAIL_GZIP": "false",
        "TOKEN_ENCRYPTION_KEYS": token_key,
        "LOG_LEVEL": "WARNING",
    }


def _wait_for(url: str, child: Child) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and child.exit_code is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=5):
            return
        time.sleep(0.1)
    raise SystemExit(f"the sandbox does not answer; its log says:\n{child.log_tail()}")


def add_people(count: int, *, first: int = 1) -> list[uuid.UUID]:
    """Users with a connection to the sandbox's mailboxes user1 …, as if each had gone through Google's consent page."""
    people = [(uuid.uuid4(), f"user{number}@sandbox.test") for number in range(first, first + count)]
    with transaction() as session:
        session.execute(insert(User), [{"id": key, "email": email} for key, email in people])
        session.execute(
            insert(GmailConnection),
            [
                {
                    "user_id": key,
                    "email_address": email,
                    "scopes": [SCOPE],
                    "refresh_token_encrypted": encrypt(key, f"sandbox-refresh-{email}"),
                }
                for key, email in people
            ],
        )
    return [key for key, _ in people]


@contextmanager
def bells_unrung() -> Iterator[list[uuid.UUID]]:
    """Nothing goes to Redis; the batches that would be rung are in the list."""
    granted: list[uuid.UUID] = []

    def keep(name: str, *args: object, **_: object) -> None:
        if name == "process_email_batch":
            granted.append(uuid.UUID(str(args[0])))

    with ExitStack() as stops:
        # The one way to ring, and what keeps bells apart in Redis.
        stops.enter_context(replaced(queue, "_ring", keep))
        stops.enter_context(replaced(queue, "_first_within", lambda *_, **__: False))
        yield granted


@contextmanager
def replaced(owner: Any, name: str, value: object) -> Iterator[None]:
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


def cpu_by_name(trees: Mapping[str, int]) -> dict[str, float]:
    """Seconds of CPU spent by each tree of processes, given by its leader's id."""
    return {name: _tree_cpu(pid) for name, pid in trees.items()}


def memory_by_name(trees: Mapping[str, int]) -> dict[str, float]:
    """Of each tree, in MB: the resident size of its largest process, and the unshared sum of all (PSS where there is one)."""
    sizes: dict[str, float] = {}
    for name, pid in trees.items():
        resident, unshared = [0.0], [0.0]
        for process in _tree(pid):
            with contextlib.suppress(psutil.Error):
                memory = process.memory_full_info()
                resident.append(memory.rss / 1e6)
                unshared.append(getattr(memory, "pss", memory.uss) / 1e6)
        sizes |= {f"{name} MB": max(resident), f"{name} MB in all": sum(unshared)}
    return sizes


def read_json(url: str) -> dict[str, Any]:
    with urllib.request.urlopen(url, timeout=20) as answer:
        said: dict[str, Any] = json.loads(answer.read())
    return said


def _tree(pid: int) -> list[psutil.Process]:
    with contextlib.suppress(psutil.Error):
        leader = psutil.Process(pid)
        return [leader, *leader.children(recursive=True)]
    return []


def _tree_cpu(pid: int) -> float:
    """Of a process, its living descendants, and the dead ones that were waited for."""
    total = 0.0
    for process in _tree(pid):
        with contextlib.suppress(psutil.Error):
            times = process.cpu_times()
            total += times.user + times.system + times.children_user + times.children_system
    return total


def yardstick() -> float:
    """Milliseconds of CPU that a fixed piece of work takes just now.

    Beside others the same work costs up to twice as much: what two runs cost is to be compared by this.
    """
    text = json.dumps([{"amount": f"Rs.{n}.00", "to": f"shop{n % 97}@okaxis", "ref": n * 7919} for n in range(2000)])
    begin = time.process_time()
    for _ in range(_ROUNDS):
        found = _MONEY.findall(text)
        sums = Counter(one["to"] for one in json.loads(text))
        if len(found) != sums.total():
            raise RuntimeError("the yardstick measured something else")
    return 1000 * (time.process_time() - begin) / _ROUNDS


_ROUNDS = 20
_MONEY = re.compile(r"Rs\.(\d+)\.00")


def spent_between(before: Mapping[str, float], after: Mapping[str, float]) -> dict[str, float]:
    return {name: after[name] - before.get(name, 0.0) for name in after}
