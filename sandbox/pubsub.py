"""Cloud Pub/Sub as far as Gmail's notifications need it: topics, push and pull subscriptions, over Google's REST paths.

publish ──► every subscription of the topic ──► pushed, again until it is taken       (with an endpoint)
                                          └──► kept until pulled and acknowledged     (without)
"""

import asyncio
import binascii
import re
import time
from base64 import b64decode, b64encode
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

import orjson

from sandbox.catalogue import Plan
from sandbox.errors import GoogleError
from sandbox.oauth import subject
from sandbox.signing import Signer
from sandbox.wire import Answer, Request, as_json

Json = dict[str, Any]
_RESOURCE = re.compile(r"/v1/(?P<name>projects/[^/]+/(?P<kind>topics|subscriptions)/[^/:]+)(?::(?P<verb>\w+))?")
_LIST = re.compile(r"/v1/(?P<project>projects/[^/]+)/(?P<kind>topics|subscriptions)")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_TAKEN = (102, 200, 201, 202, 204)
_ATTEMPTS = 12
_MOST_WAITING = 10_000  # of a subscription that nobody pulls
_FIRST_WAIT, _LONGEST_WAIT = 0.25, 60.0
_ACCOUNT = "gmail-push@sandbox.iam.gserviceaccount.com"


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
    account: str = _ACCOUNT
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

    def answer(self, request: Request) -> Answer:
        """The REST paths under /v1/projects."""
        try:
            return as_json(self._route(request))
        except GoogleError as refusal:
            return refusal.answer()
        except (ValueError, TypeError, AttributeError):
            return GoogleError(400, "Invalid JSON payload received.", "badRequest").answer()

    def _route(self, request: Request) -> Json:
        path = unquote(request.path)
        listed = _LIST.fullmatch(path)
        if listed and request.method == "GET":
            return self._listed(listed["project"] + "/", listed["kind"])
        found = _RESOURCE.fullmatch(path)
        if found is None:
            raise GoogleError(404, "Method not found.", "notFound")
        verb = f"{found['kind']}.{found['verb'] or request.method}"
        handler = self._handlers().get(verb)
        if handler is None:
            raise GoogleError(404, f"Method {verb} not found.", "notFound")
        return handler(found["name"], _json(request.body))

    def _handlers(self) -> dict[str, Callable[[str, Json], Json]]:
        return {
            "topics.PUT": self._create_topic,
            "topics.GET": lambda name, _: {"name": self._topic(name)},
            "topics.DELETE": self._delete_topic,
            "topics.publish": self._publish,
            "subscriptions.PUT": self.subscribe,
            "subscriptions.GET": lambda name, _: self._subscription(name).shown(),
            "subscriptions.DELETE": self._unsubscribe,
            "subscriptions.pull": self._pull,
            "subscriptions.acknowledge": self._acknowledge,
            "subscriptions.modifyAckDeadline": self._modify,
        }

    def _listed(self, prefix: str, kind: str) -> Json:
        if kind == "topics":
            return {"topics": [{"name": name} for name in sorted(self.topics) if name.startswith(prefix)]}
        return {"subscriptions": [one.shown() for name, one in self.subscriptions.items() if name.startswith(prefix)]}

    def _topic(self, name: str) -> str:
        if name not in self.topics:
            raise GoogleError(404, f"Resource not found (resource={name.rpartition('/')[2]}).", "notFound")
        return name

    def _subscription(self, name: str) -> Subscription:
        found = self.subscriptions.get(name)
        if found is None:
            raise GoogleError(404, f"Resource not found (resource={name.rpartition('/')[2]}).", "notFound")
        return found

    def _create_topic(self, name: str, _: Json) -> Json:
        if name in self.topics:
            raise GoogleError(
                409, f"Resource already exists in the project (resource={name.rpartition('/')[2]}).", "alreadyExists"
            )
        self.topics.add(name)
        return {"name": name}

    def _delete_topic(self, name: str, _: Json) -> Json:
        self.topics.discard(self._topic(name))
        for one in self.subscriptions.values():
            one.topic = "_deleted-topic_" if one.topic == name else one.topic
        return {}

    def _publish(self, name: str, body: Json) -> Json:
        topic = self._topic(name)
        data = [str(one.get("data", "")) for one in body.get("messages", ())]
        return {"messageIds": [self.publish(topic, _bytes(one)) for one in data]}

    def subscribe(self, name: str, body: Json) -> Json:
        """Raises GoogleError. `body` as Google's REST takes it."""
        if name in self.subscriptions:
            raise GoogleError(
                409, f"Resource already exists in the project (resource={name.rpartition('/')[2]}).", "alreadyExists"
            )
        push = body.get("pushConfig") or {}
        token = push.get("oidcToken") or {}
        made = Subscription(
            name,
            self._topic(str(body.get("topic", ""))),
            _endpoint(str(push.get("pushEndpoint") or "")),
            str(token.get("audience") or ""),
            str(token.get("serviceAccountEmail") or _ACCOUNT),
            float(min(max(int(body.get("ackDeadlineSeconds") or 10), 10), 600)),
        )
        self.subscriptions[name] = made
        return made.shown()

    def _unsubscribe(self, name: str, _: Json) -> Json:
        del self.subscriptions[self._subscription(name).name]
        return {}

    def _pull(self, name: str, body: Json) -> Json:
        found = self._subscription(name)
        if found.endpoint:
            raise GoogleError(400, "Subscription has a push endpoint: it cannot be pulled.", "failedPrecondition")
        received = found.pull(int(body.get("maxMessages") or 1))
        return {"receivedMessages": received} if received else {}

    def _acknowledge(self, name: str, body: Json) -> Json:
        found = self._subscription(name)
        for ack_id in body.get("ackIds", ()):
            found.outstanding.pop(ack_id, None)
        return {}

    def _modify(self, name: str, body: Json) -> Json:
        for ack_id in body.get("ackIds", ()):
            self._subscription(name).defer(ack_id, float(body.get("ackDeadlineSeconds") or 0))
        return {}


def _endpoint(url: str) -> str:
    """Nothing leaves this machine."""
    where = urlsplit(url)
    if url and (where.scheme != "http" or where.hostname not in _LOOPBACK):
        raise GoogleError(
            400, f"Invalid push endpoint given (endpoint={url}): the sandbox pushes to http on loopback.", "badRequest"
        )
    return url


def _json(body: bytes) -> Json:
    try:
        value = orjson.loads(body or b"{}")
    except orjson.JSONDecodeError as error:
        raise GoogleError(400, "Invalid JSON payload received.", "parseError") from error
    if not isinstance(value, dict):
        raise GoogleError(400, "Invalid JSON payload received.", "parseError")
    return value


def _bytes(data: str) -> bytes:
    try:
        return b64decode(data, validate=True)
    except binascii.Error as error:
        raise GoogleError(400, "Invalid value at 'messages.data' (TYPE_BYTES)", "invalidArgument") from error


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
