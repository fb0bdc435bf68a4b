"""The real processes, on ports of their own and with data of their own."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
import urllib3

from app.local.client import Client
from app.local.interrupt import Interrupt
from app.local.ports import free_port
from app.local.supervisor import Plan, Stack, running

READY_SECONDS = 90.0


@pytest.fixture
def start_stack(tmp_path: Path) -> Iterator[Callable[..., Stack]]:
    """`start_stack(users=2, mails=600, tariff="2026")`: everything runs and is ready; all is stopped after the test."""
    with ExitStack() as stops:
        yield lambda **options: stops.enter_context(ready_stack(tmp_path / "data", **options))


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """One stack for the tests of a module: two mailboxes of 150 mails, no quota, no latency."""
    with ready_stack(tmp_path_factory.mktemp("stack")) as ready:
        yield ready


@pytest.fixture
def client(stack: Stack) -> Iterator[Client]:
    """The module's stack, over HTTP."""
    with Client(stack.api_url, stack.sandbox_url) as client:
        yield client


@contextmanager
def ready_stack(data: Path, **options: Any) -> Iterator[Stack]:
    defaults: dict[str, Any] = {"users": 2, "mails": 150, "tariff": "none", "latency": 0.0}
    plan = Plan(data=data, api_port=free_port(), sandbox_port=free_port(), **(defaults | options))
    with running(plan, Interrupt()) as stack, Client(stack.api_url, stack.sandbox_url) as client:
        give_up = time.monotonic() + READY_SECONDS
        while not client.ready():
            stack.check()
            assert time.monotonic() < give_up, stack.children["api"].log_tail()
            time.sleep(0.1)
        yield stack
        contract = urllib3.request("GET", f"{stack.sandbox_url}/sandbox/contract").json()
        assert contract["broken"] == []
