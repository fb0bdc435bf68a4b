"""kill -9 of the worker in the middle of an import: nothing is lost, nothing doubled, and the work goes on by itself."""

import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable

import pytest

from app.local.client import Client
from app.local.compare import compare
from app.local.environment import settings_from
from app.local.supervisor import Stack
from app.services import connections

pytestmark = pytest.mark.timeout(200)
SCOPE = "https://www.googleapis.com/auth/gmail.readonly"


def test_a_worker_killed_in_the_middle(start_stack: Callable[..., Stack]) -> None:
    stack = start_stack(users=2, mails=900, latency=0.4)
    with Client(stack.api_url, stack.sandbox_url) as client:
        people = {f"user{n}@sandbox.test": client.ensure_user(f"user{n}@sandbox.test", f"User {n}") for n in (1, 2)}
        connect_all(stack, people)
        for user_id in people.values():
            client.start(user_id, 6)
        wait_until(lambda: sum(client.status(one)["processed_emails"] for one in people.values()) >= 400, 60)
        assert alive(stack, within=60).returncode == 0
        os.killpg(stack.children["worker"].popen.pid, signal.SIGKILL)
        killed_at = time.monotonic()
        before = {one: client.status(one)["processed_emails"] for one in people.values()}
        assert all(client.status(one)["status"] == "processing" for one in people.values()), "killed too late to mean anything"
        stack.start("worker")
        wait_until(lambda: all(client.status(one)["processed_emails"] > before[one] for one in people.values()), 60)
        assert time.monotonic() - killed_at <= 60
        wait_until(lambda: all(client.status(one)["status"] == "completed" for one in people.values()), 100)
        for email, user_id in people.items():
            assert client.status(user_id)["total_emails"] == client.status(user_id)["processed_emails"] == 900
            comparison = compare(client.ledger(email), client.transactions(user_id))
            assert not comparison.differences, comparison.differences[:5]


def alive(stack: Stack, *, within: int) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "app", "worker-alive", "--within", str(within)]
    return subprocess.run(command, env=dict(stack.env), capture_output=True, text=True, timeout=30, check=False)


def connect_all(stack: Stack, people: dict[str, str]) -> None:
    with settings_from(stack.env):
        for email, user_id in people.items():
            connections.connect(uuid.UUID(user_id), email, f"sandbox-refresh-{email}", [SCOPE])


def wait_until(done: Callable[[], bool], seconds: float) -> None:
    give_up = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < give_up, "it did not happen in time"
        time.sleep(0.2)
