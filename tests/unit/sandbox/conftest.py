"""Gmail in this process, without a socket: calls go in as values, answers come out, each held against the discovery document."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import pytest

from sandbox.clock import Clock
from sandbox.contract import Contract
from sandbox.generator import Catalogue
from sandbox.mailbox import Mailbox
from sandbox.quota import Quota
from sandbox.service import Service
from sandbox.tariffs import TARIFFS
from sandbox.wire import Answer, Request
from sandbox.world import World

NOW = 1_780_000_000.0
ME = "me@sandbox.test"
CATALOGUE = Catalogue()


@dataclass
class Gmail:
    """One person's view. `now` can be moved."""

    service: Service
    now: float = NOW
    headers: dict[str, str] = field(default_factory=lambda: {"authorization": f"Bearer sandbox-{ME}", "host": "localhost:1"})

    @property
    def mailbox(self) -> Mailbox:
        found = self.service.world.mailbox(ME)
        assert found is not None
        return found

    def send(self, method: str, path: str, body: bytes = b"", **query: Any) -> Answer:
        """`path` below the user, or from the root when it begins with a slash."""
        whole = path if path.startswith("/") else f"/gmail/v1/users/me/{path}"
        return self.call(Request(method, whole, urlencode(query, doseq=True), self.headers, body))

    def call(self, request: Request) -> Answer:
        return self._ended(lambda running: self.service.call(request, running, self.now))

    def batch(self, request: Request) -> Answer:
        return self._ended(lambda running: self.service.batch(request, running))

    def _ended(self, answer: Callable[[list[str]], Answer]) -> Answer:
        """The HTTP call is over when its answer is there: nothing of it runs on."""
        running: list[str] = []
        try:
            return answer(running)
        finally:
            for user in running:
                self.service.quota.done(user)

    def get(self, path: str, status: int = 200, **query: Any) -> Any:
        return read(self.send("GET", path, **query), status)

    def post(self, path: str, body: Any = None, status: int = 200, **query: Any) -> Any:
        return read(self.send("POST", path, json.dumps(body or {}).encode(), **query), status)

    def refusal(self, path: str, **query: Any) -> str:
        """The message of a 400."""
        return str(self.get(path, 400, **query)["error"]["message"])

    def insert(self, raw: bytes, labels: tuple[str, ...] = ("INBOX",), **resource: Any) -> str:
        """The id of a mail that was inserted just now."""
        body = {"raw": urlsafe_b64encode(raw).decode(), "labelIds": list(labels), **resource}
        return str(self.post("messages", body)["id"])


def read(answer: Answer, status: int = 200) -> Any:
    assert answer.status == status, answer.body
    return json.loads(answer.body) if answer.body else None


def gmail_of(mails: int) -> Gmail:
    world = World(CATALOGUE, NOW)
    world.add(ME, mails, seed=1)
    return Gmail(Service(world, Quota(TARIFFS["none"], 100), Clock(wall=lambda: NOW), contract=Contract()))


def checked(gmail: Gmail) -> Iterator[Gmail]:
    yield gmail
    assert gmail.service.contract is not None
    assert gmail.service.contract.broken == []


@pytest.fixture
def gmail() -> Iterator[Gmail]:
    """An empty mailbox."""
    yield from checked(gmail_of(0))


@pytest.fixture
def full_gmail() -> Iterator[Gmail]:
    """A mailbox of 300 generated mails."""
    yield from checked(gmail_of(300))
