"""A sandbox without a socket: its service, a clock that stands still until told, and requests as values."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import orjson

from sandbox.clock import Clock
from sandbox.contract import Contract
from sandbox.generator import Catalogue
from sandbox.quota import Quota
from sandbox.service import Service
from sandbox.tariffs import TARIFFS, Tariff
from sandbox.wire import Answer, Request
from sandbox.world import World, populate

NOW = 1_780_000_000.0
ADDRESS = "user1@sandbox.test"
CATALOGUE = Catalogue()


@dataclass
class House:
    service: Service
    clock: Clock
    host: str = "gmail.test"
    running: list[str] = field(default_factory=list)

    def page(self, method: str, path: str, form: dict[str, Any] | None = None, **headers: str) -> Answer:
        path, _, query = path.partition("?")
        body = urlencode(form, doseq=True).encode() if form else b""
        name = self.service.page_name(path)
        assert name is not None
        return self.service.page(name, Request(method, path, query, {"host": self.host, **headers}, body))

    def call(self, path: str, token: str = f"sandbox-{ADDRESS}", method: str = "GET", body: bytes = b"") -> Answer:
        """A call of the API that ends at once."""
        path, _, query = path.partition("?")
        request = Request(method, f"/gmail/v1/users/me/{path}", query, {"authorization": f"Bearer {token}"}, body)
        running: list[str] = []
        answer = self.service.call(request, running, self.clock())
        for user in running:
            self.service.quota.done(user)
        return answer


def house(users: int = 2, mails: int = 5, tariff: Tariff = TARIFFS["none"], concurrency: int = 30) -> House:
    clock = Clock(wall=lambda: NOW)
    world = World(CATALOGUE, clock())
    populate(world, users, mails, seed=1)
    return House(Service(world, Quota(tariff, concurrency), clock, contract=Contract()), clock)


def value(answer: Answer) -> Any:
    return orjson.loads(answer.body)
