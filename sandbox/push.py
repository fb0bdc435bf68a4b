"""Gmail's `watch` and `stop`: which mailboxes tell a topic of their changes, and until when."""

import asyncio
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson

from sandbox.calls import Call, Json
from sandbox.chronicle import Change
from sandbox.errors import GoogleError, invalid
from sandbox.fault import Plan
from sandbox.faults import FaultBook
from sandbox.mailbox import Mailbox
from sandbox.pubsub import PubSub

_LIFE = 7 * 86_400
_APART = 1.0  # seconds between two notifications of one user
TOPIC = re.compile(r"projects/[^/]+/topics/[^/]+")


@dataclass(frozen=True, slots=True)
class Watch:
    """`labels` are those a change must bear, or with `excluding` must not; `expires` in sandbox time."""

    topic: str
    labels: frozenset[str]
    excluding: bool
    expires: float

    def tells_of(self, change: Change) -> bool:
        borne = not self.labels.isdisjoint((*change.labels, *change.changed))
        return not self.labels or borne is not self.excluding


class Watches:
    """`clock` gives epoch seconds of sandbox time. Changes made in one go are told of once, with the newest history id.

    Gmail tells of a user's changes once a second at most, and drops what comes sooner.
    """

    def __init__(self, pubsub: PubSub, faults: FaultBook, clock: Callable[[], float]) -> None:
        self._pubsub = pubsub
        self._faults = faults
        self._clock = clock
        self._watches: dict[str, Watch] = {}
        self._untold: dict[str, Mailbox] = {}
        self._told: dict[str, float] = {}
        self._dropped: Counter[str] = Counter()

    def watch(self, call: Call) -> Json:
        body, address = call.json(), call.mailbox.persona.address
        topic = str(body.get("topicName") or "")
        if not TOPIC.fullmatch(topic):
            raise invalid("Invalid topicName does not match projects/sandbox/topics/*" if topic else "topicName required")
        if topic not in self._pubsub.topics:
            name = topic.rpartition("/")[2]
            raise GoogleError(
                404, f"Error sending test message to Cloud PubSub {topic} : Resource not found (resource={name}).", "notFound"
            )
        excluding = str(body.get("labelFilterBehavior") or body.get("labelFilterAction") or "include").lower() == "exclude"
        made = Watch(topic, frozenset(map(str, body.get("labelIds") or ())), excluding, call.now + _LIFE)
        self._watches[address] = made
        self._tell_soon(call.mailbox)
        return {"historyId": str(call.mailbox.history_id), "expiration": str(int(made.expires * 1000))}

    def stop(self, call: Call) -> None:
        self._watches.pop(call.mailbox.persona.address, None)

    def changed(self, mailbox: Mailbox, change: Change) -> None:
        """To be called for every record of history."""
        standing = self._standing(mailbox.persona.address)
        if standing and standing.tells_of(change) and self._may_tell(mailbox.persona.address):
            self._tell_soon(mailbox)

    def _standing(self, address: str) -> Watch | None:
        found = self._watches.get(address)
        if found and found.expires <= self._clock():
            del self._watches[address]
            return None
        return found

    def _may_tell(self, address: str) -> bool:
        """What is on its way already tells of this change as well."""
        now = self._clock()
        if address in self._untold:
            return True
        if now < self._told.get(address, 0.0) + _APART:
            self._dropped[address] += 1
            return False
        self._told[address] = now
        return True

    def _tell_soon(self, mailbox: Mailbox) -> None:
        first = not self._untold
        self._untold[mailbox.persona.address] = mailbox
        if first:
            _soon(self._tell)

    def _tell(self) -> None:
        untold, self._untold = self._untold, {}
        for address, mailbox in untold.items():
            standing = self._standing(address)
            if standing:
                plan = self._faults.push(Plan(), address)
                # Pub/Sub's data is JSON here; Gmail writes the history id as a number.
                data = orjson.dumps({"emailAddress": address, "historyId": mailbox.history_id})
                self._pubsub.publish(standing.topic, data, plan)

    def shown(self) -> list[dict[str, Any]]:
        return [
            {
                "email": address,
                "topic": one.topic,
                "labelIds": sorted(one.labels),
                "expires": one.expires,
                "dropped": self._dropped[address],
            }
            for address, one in self._watches.items()
        ]


def _soon(work: Callable[[], None]) -> None:
    """When the call that is being answered is over; at once where nothing is served."""
    try:
        asyncio.get_running_loop().call_soon(work)
    except RuntimeError:
        work()
