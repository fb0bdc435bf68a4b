"""One mailbox: which messages it holds, their ids and times, and its history. Bodies are made when asked for.

A message of a template takes some thirty bytes here. Ids grow with time, as Gmail's do (milliseconds, then random bits), but from
a fixed epoch: the same seed gives the same ids whenever the sandbox starts, while the mails' times are relative to that start.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sandbox import ledger
from sandbox.generator import Catalogue, Seed, Source
from sandbox.ledger import Entry, Expected
from sandbox.mime import Part, from_rfc822
from sandbox.slots import Persona, seeded, seeded_hash

DAY = 86_400
_WINDOW = 175 * DAY
_NEWEST = 180
_RETAINED = 7 * DAY
_EPOCH_MS = 1_767_225_600_000
_HISTORY_STEP = 7
_OWN = 0xFFFF  # the place of a message that was delivered as it is


@dataclass(frozen=True, slots=True)
class Change:
    """One record of history."""

    history_id: int
    kind: str  # messageAdded | messageDeleted
    message_id: int
    labels: tuple[str, ...]


class Delivered:
    """A source for one message that came as RFC 822 bytes."""

    def __init__(self, raw: bytes, expected: Expected | None, labels: tuple[str, ...]) -> None:
        self.name = "delivered"
        self.raw = raw
        self.labels = labels
        self._expected = expected
        self._part = from_rfc822(raw)

    def sender(self, seed: Seed) -> str:  # noqa: ARG002 - the port of Source
        return self._part.header("From")

    def subject(self, seed: Seed) -> str:  # noqa: ARG002 - the port of Source
        return self._part.header("Subject")

    def expected(self, seed: Seed) -> Expected | None:  # noqa: ARG002 - the port of Source
        return self._expected

    def mail(self, seed: Seed) -> Part:  # noqa: ARG002 - the port of Source
        return self._part


@dataclass(frozen=True, slots=True)
class Message:
    """A message as the API needs it. `seed` makes its mail."""

    id: int
    source: Source
    seed: Seed
    history_id: int

    @property
    def hex_id(self) -> str:
        return f"{self.id:016x}"

    def expected(self) -> Expected | None:
        return self.source.expected(self.seed)

    def mail(self) -> Part:
        return self.source.mail(self.seed)

    @property
    def raw(self) -> bytes | None:
        """The bytes as they were delivered, if they were."""
        return self.source.raw if isinstance(self.source, Delivered) else None


class Mailbox:
    """`ids`, `times`, `places`, `histories` and `fetches` are parallel, oldest first; all other state is small."""

    def __init__(self, persona: Persona, catalogue: Catalogue, count: int, started: float) -> None:
        self.persona = persona
        self._catalogue = catalogue
        self._started = started
        rng = seeded(persona.seed)
        ages = sorted((int(_NEWEST + rng.random() * (_WINDOW - _NEWEST)) for _ in range(count)), reverse=True)
        if ages:
            ages[-1] = _NEWEST
        self.times = array("d", (int(started) - age for age in ages))
        self.ids = array("Q", (_id(-age, rng.getrandbits(20)) for age in ages))
        self.places = array("H", catalogue.places(persona.seed, count))
        self.fetches = array("L", bytes(array("L").itemsize * count))
        base = 1_000_000 + seeded_hash(persona.address) % 1_000_000
        self.histories = array("Q", (base + _HISTORY_STEP * place for place in range(count)))
        self.history_id = base + _HISTORY_STEP * count
        self._own: dict[int, Delivered] = {}
        self._labels: dict[int, tuple[str, ...]] = {}
        self._fresh = rng.getrandbits(40)
        self.changes = [
            Change(self.histories[place], "messageAdded", self.ids[place], self.labels(place))
            for place in range(bisect_left(self.times, started - _RETAINED), count)
        ]
        self.oldest_history_id = self.changes[0].history_id - 1 if self.changes else base

    def __len__(self) -> int:
        return len(self.ids)

    def index(self, message_id: int) -> int | None:
        """The place of an id among the messages, or None."""
        place = bisect_left(self.ids, message_id)
        return place if place < len(self.ids) and self.ids[place] == message_id else None

    def source(self, index: int) -> Source:
        place = self.places[index]
        return self._own[self.ids[index]] if place == _OWN else self._catalogue.sources[place]

    def labels(self, index: int) -> tuple[str, ...]:
        return self.source(index).labels

    def message(self, index: int) -> Message:
        message_id = self.ids[index]
        seed = Seed(message_id ^ self.persona.seed, self.persona, self.times[index])
        return Message(message_id, self.source(index), seed, self.histories[index])

    def deliver(self, raw: bytes, expected: Expected | None, labels: tuple[str, ...], now: float) -> str:
        """Put a mail in as it is, now. Returns its id."""
        return self._append(_OWN, now, Delivered(raw, expected, labels))

    def generate(self, count: int, now: float) -> list[str]:
        """New mails of the catalogue, dated now."""
        self._fresh += 1
        return [self._append(place, now) for place in self._catalogue.places(self._fresh, count)]

    def delete(self, index: int) -> None:
        message_id = self.ids[index]
        labels = self.labels(index)
        for column in (self.ids, self.times, self.places, self.histories, self.fetches):
            del column[index]
        self._own.pop(message_id, None)
        self._record("messageDeleted", message_id, labels)

    def expire_history(self) -> None:
        """Every cursor handed out so far is too old from now on."""
        self.history_id += _HISTORY_STEP
        self.oldest_history_id = self.history_id
        self.changes.clear()

    def entries(self) -> list[Entry]:
        return ledger.in_order(
            ledger.entry(message.hex_id, expected) for message in self.messages() if (expected := message.expected()) is not None
        )

    def messages(self) -> Iterator[Message]:
        return (self.message(index) for index in range(len(self)))

    def _append(self, place: int, now: float, own: Delivered | None = None) -> str:
        fresh = _id(now - self._started, seeded_hash(f"{self.persona.seed}/{self.history_id}") & 0xFFFFF)
        message_id = max(fresh, self.ids[-1] + 1) if self.ids else fresh
        if own is not None:
            self._own[message_id] = own
        self.ids.append(message_id)
        self.times.append(max(float(int(now)), self.times[-1]) if self.times else float(int(now)))
        self.places.append(place)
        self.fetches.append(0)
        self.histories.append(self._record("messageAdded", message_id, self.labels_of(place, message_id)))
        return f"{message_id:016x}"

    def labels_of(self, place: int, message_id: int) -> tuple[str, ...]:
        return self._own[message_id].labels if place == _OWN else self._catalogue.sources[place].labels

    def _record(self, kind: str, message_id: int, labels: tuple[str, ...]) -> int:
        self.history_id += _HISTORY_STEP
        self.changes.append(Change(self.history_id, kind, message_id, labels))
        return self.history_id


def _id(seconds: float, noise: int) -> int:
    return int(_EPOCH_MS + seconds * 1000) << 20 | noise
