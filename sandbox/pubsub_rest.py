"""Pub/Sub's REST, at Google's paths: topics and subscriptions under /v1/projects."""

import binascii
import re
from base64 import b64decode
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urlsplit

import orjson

from sandbox.errors import GoogleError
from sandbox.pubsub import ACCOUNT, PubSub, Subscription
from sandbox.wire import Answer, Request, as_json

Json = dict[str, Any]
_RESOURCE = re.compile(r"/v1/(?P<name>projects/[^/]+/(?P<kind>topics|subscriptions)/[^/:]+)(?::(?P<verb>\w+))?")
_LIST = re.compile(r"/v1/(?P<project>projects/[^/]+)/(?P<kind>topics|subscriptions)")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class PubSubRest:
    def __init__(self, pubsub: PubSub) -> None:
        self._pubsub = pubsub

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
            return {"topics": [{"name": name} for name in sorted(self._pubsub.topics) if name.startswith(prefix)]}
        return {"subscriptions": [one.shown() for name, one in self._pubsub.subscriptions.items() if name.startswith(prefix)]}

    def _topic(self, name: str) -> str:
        if name not in self._pubsub.topics:
            raise GoogleError(404, f"Resource not found (resource={name.rpartition('/')[2]}).", "notFound")
        return name

    def _subscription(self, name: str) -> Subscription:
        found = self._pubsub.subscriptions.get(name)
        if found is None:
            raise GoogleError(404, f"Resource not found (resource={name.rpartition('/')[2]}).", "notFound")
        return found

    def _create_topic(self, name: str, _: Json) -> Json:
        if name in self._pubsub.topics:
            raise GoogleError(
                409, f"Resource already exists in the project (resource={name.rpartition('/')[2]}).", "alreadyExists"
            )
        self._pubsub.topics.add(name)
        return {"name": name}

    def _delete_topic(self, name: str, _: Json) -> Json:
        self._pubsub.topics.discard(self._topic(name))
        for one in self._pubsub.subscriptions.values():
            one.topic = "_deleted-topic_" if one.topic == name else one.topic
        return {}

    def _publish(self, name: str, body: Json) -> Json:
        topic = self._topic(name)
        data = [str(one.get("data", "")) for one in body.get("messages", ())]
        return {"messageIds": [self._pubsub.publish(topic, _bytes(one)) for one in data]}

    def subscribe(self, name: str, body: Json) -> Json:
        """Raises GoogleError. `body` as Google's REST takes it."""
        if name in self._pubsub.subscriptions:
            raise GoogleError(
                409, f"Resource already exists in the project (resource={name.rpartition('/')[2]}).", "alreadyExists"
            )
        made = _made(name, self._topic(str(body.get("topic", ""))), body)
        self._pubsub.subscriptions[name] = made
        return made.shown()

    def move(self, name: str, body: Json) -> Json:
        """Make a subscription, and its topic, or give a standing one a new place; what waits to be pulled goes along."""
        made = _made(name, str(body.get("topic", "")), body)
        before = self._pubsub.subscriptions.get(name)
        if before and before.topic == made.topic and not made.endpoint:
            made.waiting, made.outstanding = before.waiting, before.outstanding
        self._pubsub.topics.add(made.topic)
        self._pubsub.subscriptions[name] = made
        return made.shown()

    def _unsubscribe(self, name: str, _: Json) -> Json:
        del self._pubsub.subscriptions[self._subscription(name).name]
        return {}

    def _pull(self, name: str, body: Json) -> Json:
        found = self._subscription(name)
        if found.endpoint:
            raise GoogleError(400, "Subscription has a push endpoint: it cannot be pulled.", "failedPrecondition")
        most = int(body.get("maxMessages") or 0)
        if most < 1:
            raise GoogleError(400, "You have passed an invalid argument to the service (argument=max_messages).", "badRequest")
        received = found.pull(most)
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


def _made(name: str, topic: str, body: Json) -> Subscription:
    push = body.get("pushConfig") or {}
    token = push.get("oidcToken") or {}
    return Subscription(
        name,
        topic,
        _endpoint(str(push.get("pushEndpoint") or "")),
        str(token.get("audience") or ""),
        str(token.get("serviceAccountEmail") or ACCOUNT),
        float(min(max(int(body.get("ackDeadlineSeconds") or 10), 10), 600)),
    )


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
