"""Cloud Pub/Sub as far as Gmail's notifications need it: topics, push and pull subscriptions. Its REST is `pubsub_rest`.

publish ──► every subscription of the topic ──► pushed, again until it is taken       (with an endpoint)
                                          └──► kept until pulled and acknowledged     (without)
"""

import asyncio
import time
from base64 import b64encode
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any
from urllib.parse import SplitResult, urlsplit

import orjson

from sandbox.fault import Plan
from sandbox.oauth_values import subject
from sandbox.signing import Signer

Json = dict[str, Any]
_TAKEN = (102, 200, 201, 202, 204)
_ATTEMPTS = 12
_MOST_WAITING = 10_000  # of a subscription that nobody pulls
_FIRST_WAIT, _LONGEST_WAIT = 0.25, 60.0
ACCOUNT = "gmail-push@sandbox.iam.gserviceaccount.com"


@dataclass(frozen=True, slots=True)
class Message:
    """`data` is base64, as it goes over the wire."""

    id: str
    data: str
    published: str

    def shown(self) -> Json:
        return {"data": self.data, "messageId": self.id, "publishTime": self.published}


@dataclass(eq=False, slots=True)
class Subscription:
    """`endpoint` is empty for pulling. `outstanding` are pulled and not acknowledged, with when each comes back (monotonic)."""

    name: str
    topic: str
    endpoint: str = ""
    audience: str = ""
    account: str = ACCOUNT
    ack_seconds: float = 10.0
    waiting: deque[Message] = field(default_factory=lambda: deque(maxlen=_MOST_WAITING))
    outstanding: dict[str, tuple[Message, float]] = field(default_factory=dict)
    pushed: int = 0
    refused: int = 0

    def shown(self) -> Json:
        token = {"serviceAccountEmail": self.account, "audience": self.audience or self.endpoint}
        push = {"pushEndpoint": self.endpoint, "oidcToken": token} if self.endpoint else {}
        return {
            "name": self.name, "topic": self.topic, "pushConfig": push, "ackDeadlineSeconds": int(self.ack_seconds),
            "state": "ACTIVE",
        }  # fmt: skip

    def pull(self, most: int) -> list[Json]:
        now = time.monotonic()
        for ack_id, (message, until) in tuple(self.outstanding.items()):
            if until <= now:
                self.outstanding.pop(ack_id)
                self.waiting.append(message)
        pulled: list[Json] = []
        while self.waiting and len(pulled) < most:
            message, ack_id = self.waiting.popleft(), f"{self.name}:{next(_numbers)}"
            self.outstanding[ack_id] = (message, now + self.ack_seconds)
            pulled.append({"ackId": ack_id, "message": message.shown()})
        return pulled

    def defer(self, ack_id: str, seconds: float) -> None:
        if ack_id in self.outstanding:
            self.outstanding[ack_id] = (self.outstanding[ack_id][0], time.monotonic() + seconds)


_numbers = count(1)


class PubSub:
    """The topics and subscriptions of every project. Pushes go to this machine only."""

    def __init__(self, signer: Signer) -> None:
        self.topics: set[str] = set()
        self.subscriptions: dict[str, Subscription] = {}
        self._signer = signer
        self._ids = count(8_000_000_000_000_001)
        self._tasks: set[asyncio.Task[None]] = set()

    def publish(self, topic: str, data: bytes, plan: Plan | None = None) -> str:
        """Gives the message's id. Must be called from within the event loop."""
        published = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        message = Message(str(next(self._ids)), b64encode(data).decode(), published)
        for one in self.subscriptions.values():
            if one.topic == topic:
                for _ in range(plan.times if plan else 1):
                    self._start(self._carry(one, message, plan.delay if plan else 0.0))
        return message.id

    def _start(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _carry(self, to: Subscription, message: Message, delay: float) -> None:
        if delay:
            await asyncio.sleep(delay)
        if not to.endpoint:
            to.waiting.append(message)
            return
        wait = _FIRST_WAIT
        for _ in range(_ATTEMPTS):
            if self.subscriptions.get(to.name) is not to or await self._push(to, message):
                return
            await asyncio.sleep(wait)
            wait = min(wait * 2, _LONGEST_WAIT)

    async def _push(self, to: Subscription, message: Message) -> bool:
        shown = message.shown()
        doubled = {"message_id": message.id, "publish_time": message.published}
        body = orjson.dumps({"message": shown | doubled, "subscription": to.name})
        number = subject(to.account)
        token = self._signer.identity(
            {"aud": to.audience or to.endpoint, "azp": number, "sub": number, "email": to.account, "email_verified": True}
        )
        try:
            async with asyncio.timeout(to.ack_seconds):
                taken = await _post(urlsplit(to.endpoint), body, token) in _TAKEN
        except (OSError, ValueError, TimeoutError):
            taken = False
        to.pushed += taken
        to.refused += not taken
        return taken


async def _post(where: SplitResult, body: bytes, token: str) -> int:
    """The status of the answer. Raises OSError or ValueError when there is none."""
    reader, writer = await asyncio.open_connection(where.hostname, where.port or 80)
    try:
        target = f"{where.path or '/'}{'?' if where.query else ''}{where.query}"
        head = (
            f"POST {target} HTTP/1.1\r\nHost: {where.netloc}\r\nUser-Agent: CloudPubSub-Google\r\n"
            f"Authorization: Bearer {token}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
            f"Accept: application/json\r\nConnection: close\r\n\r\n"
        )
        writer.write(head.encode("latin-1") + body)
        line = await reader.readline()
        return int(line.split()[1]) if line.startswith(b"HTTP/") else 0
    finally:
        writer.close()
