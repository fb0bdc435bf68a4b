"""One mailbox: which messages it holds, their ids and times, and its history. Bodies are made when asked for.

A message of a template takes some thirty bytes here. Ids grow with time, as Gmail's do (milliseconds, then random bits), but from
a fixed epoch: the same seed gives the same ids whenever the sandbox starts, while the mails' times are relative to that start.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator

from sandbox import ledger
from sandbox.chronicle import RETAINED, STEP, Change, Chronicle
from sandbox.conversations import Conversations
from sandbox.delivered import Delivered, NewMail, Upload, topic
from sandbox.draft_ids import DraftIds
from sandbox.generator import MOST_SOURCES, Catalogue, Seed, Source
from sandbox.labels import LabelBook
from sandbox.ledger import Entry, Expected
from sandbox.message import Message
from sandbox.preferences import Preferences
from sandbox.slots import Persona, seeded, seeded_hash

DAY = 86_400
_WINDOW, _NEWEST = 175 * DAY, 180
EPOCH = 1_767_225_600  # what ids count from
_OWN = MOST_SOURCES  # the place of a message that was delivered as it is
_LAST_ID = (1 << 63) - 1
_READ = 0b11  # random bits of an id: of generated mails one in four is unread

Listener = Callable[["Mailbox", Change], None]


class Mailbox:
    """`ids`, `times`, `places`, `histories` and `fetches` are parallel, oldest first; all other state is small."""

    def __init__(
        self, persona: Persona, catalogue: Catalogue, count: int, started: float, listeners: Iterable[Listener] = ()
    ) -> None:
        self.persona = persona
        self.book = LabelBook()
        self.conversations = Conversations()
        self.drafts = DraftIds()
        self.preferences = Preferences()
        self.uploads: dict[str, Upload] = {}
        self._listeners = listeners
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
        self.histories = array("Q", (base + STEP * place for place in range(count)))
        self._own: dict[int, Delivered] = {}
        self._labels: dict[int, tuple[str, ...]] = {}
        self._known: dict[str, int] = {}
        self._fresh = rng.getrandbits(40)
        recent = [
            Change(self.histories[place], "messageAdded", self.ids[place], self.ids[place], self.labels(place))
            for place in range(bisect_left(self.times, started - RETAINED), count)
        ]
        oldest = recent[0].history_id - 1 if recent else base
        self.history = Chronicle(recent, oldest, base + STEP * count)

    @property
    def history_id(self) -> int:
        return self.history.now

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
        own = self._labels.get(self.ids[index]) if self._labels else None
        if own is None and self.places[index] != _OWN and not self.ids[index] & _READ:
            return (*self.source(index).labels, "UNREAD")
        return self.source(index).labels if own is None else own

    def message(self, index: int) -> Message:
        message_id = self.ids[index]
        seed = Seed(message_id ^ self.persona.seed, self.persona, self.times[index])
        thread_id = self.conversations.thread_of(message_id)
        return Message(message_id, thread_id, self.labels(index), self.source(index), seed, self.histories[index])

    def thread(self, thread_id: int) -> list[int]:
        """The ids of a thread's messages, oldest first; empty when there is no such thread."""
        members = self.conversations.members(thread_id)
        if members is not None:
            return members
        alone = self.index(thread_id) is not None and self.conversations.thread_of(thread_id) == thread_id
        return [thread_id] if alone else []

    def thread_messages(self, thread_id: int) -> list[Message]:
        return [self.message(index) for one in self.thread(thread_id) if (index := self.index(one)) is not None]

    def find(self, message_id: str) -> int | None:
        """The index of the mail with this Message-ID, angle brackets or not."""
        bare = message_id.strip().strip("<>")
        known = self._known.get(bare)
        return self.index(known) if known is not None else self._generated(bare)

    def _generated(self, bare: str) -> int | None:
        """A generated mail's Message-ID begins with its number, which gives its id."""
        try:
            index = self.index(int(bare.partition(".")[0], 16) ^ self.persona.seed)
        except (ValueError, OverflowError):
            return None
        if index is None or self.message(index).mail().header("Message-ID") != f"<{bare}>":
            return None
        return index

    def add(self, new: NewMail) -> Message:
        """Put a mail in, at the place its time gives it; its history begins now."""
        index = self._insert(new)
        message_id = self.ids[index]
        self.histories[index] = self._record("messageAdded", message_id, self.labels(index))
        return self.message(index)

    def add_all(self, mails: Iterable[NewMail]) -> int:
        """Many mails that were there before anybody looked: history says nothing of them. Returns how many."""
        count = 0
        for new in sorted(mails, key=lambda one: one.at):
            self._insert(new)
            count += 1
        return count

    def deliver(self, raw: bytes, expected: Expected | None, labels: tuple[str, ...], now: float) -> str:
        """Put a mail in as it is, now. Returns its id."""
        return self.add(NewMail.of(raw, labels, now, expected=expected)).hex_id

    def generate(self, count: int, now: float) -> list[str]:
        """New mails of the catalogue, dated now."""
        self._fresh += 1
        return [self._fresh_mail(place, now) for place in self._catalogue.places(self._fresh, count)]

    def change_labels(self, index: int, add: Iterable[str], remove: Iterable[str]) -> None:
        """Labels it has already, or has not, change nothing and leave no history."""
        own = self.labels(index)
        added = tuple(one for one in dict.fromkeys(add) if one not in own)
        removed = tuple(one for one in dict.fromkeys(remove) if one in own)
        message_id = self.ids[index]
        for kind, changed in (("labelAdded", added), ("labelRemoved", removed)):
            if changed:
                own = own + changed if kind == "labelAdded" else tuple(one for one in own if one not in changed)
                self._labels[message_id] = own
                self.histories[index] = self._record(kind, message_id, own, changed)

    def delete(self, index: int) -> None:
        message_id = self.ids[index]
        labels = self.labels(index)
        for column in (self.ids, self.times, self.places, self.histories, self.fetches):
            del column[index]
        own = self._own.pop(message_id, None)
        if own is not None and self._known.get(own.message_id.strip("<>")) == message_id:
            del self._known[own.message_id.strip("<>")]
        self._labels.pop(message_id, None)
        self._record("messageDeleted", message_id, labels)
        self.conversations.leave(message_id)

    def entries(self) -> list[Entry]:
        return ledger.in_order(
            ledger.entry(message.hex_id, expected) for message in self.messages() if (expected := message.expected()) is not None
        )

    def messages(self) -> Iterator[Message]:
        return (self.message(index) for index in range(len(self)))

    def _insert(self, new: NewMail) -> int:
        source = Delivered(new, self.book.joined(new.labels, new.named))
        index = self._make_room(_OWN, new.at)
        message_id = self.ids[index]
        thread_id = new.thread_id if new.thread_id is not None else self._conversation(source)
        self._own[message_id] = source
        if source.message_id:
            self._known.setdefault(source.message_id.strip("<>"), message_id)
        if thread_id is not None:
            self.conversations.join(message_id, thread_id)
        return index

    def _conversation(self, source: Delivered) -> int | None:
        """The thread of the nearest mail it refers to, while the subject stays the same."""
        for reference in reversed(source.references):
            index = self.find(reference)
            if index is not None:
                known = self.message(index)
                same = topic(known.source.subject(known.seed)) == topic(source.subject(known.seed))
                return known.thread_id if same else None
        return None

    def _fresh_mail(self, place: int, now: float) -> str:
        index = self._make_room(place, float(int(now)))
        message_id = self.ids[index]
        self.histories[index] = self._record("messageAdded", message_id, self.labels(index))
        return f"{message_id:016x}"

    def _make_room(self, place: int, at: float) -> int:
        """A row in every column. Ids follow the times; mails of one moment follow each other as they come."""
        index, at = self._gap(at)
        self.ids.insert(index, self._free_id(index, at))
        self.times.insert(index, at)
        self.places.insert(index, place)
        self.fetches.insert(index, 0)
        self.histories.insert(index, self.history_id)
        return index

    def _gap(self, at: float) -> tuple[int, float]:
        """Where a mail of this time stands. Without an id left between neighbours it goes behind the next one, at its time."""
        index = bisect_right(self.times, at)
        while True:
            low, high = self._around(index)
            if high - low > 1:
                return index, at
            at, index = self.times[index], index + 1

    def _around(self, index: int) -> tuple[int, int]:
        """The ids between which a new one at this place must be."""
        return self.ids[index - 1] if index else 0, self.ids[index] if index < len(self.ids) else _LAST_ID

    def _free_id(self, index: int, at: float) -> int:
        low, high = self._around(index)
        noise = seeded_hash(f"{self.persona.seed}/{self.history_id}/{len(self)}") & 0xFFFFF
        wanted = max(_id(at - self._started, noise), 1 << 20)
        if low < wanted < high:
            return wanted
        return low + 1 if wanted <= low else (low + high) // 2

    def _record(self, kind: str, message_id: int, labels: tuple[str, ...], changed: tuple[str, ...] = ()) -> int:
        thread_id = self.conversations.thread_of(message_id)
        change = Change(self.history.next_id(), kind, message_id, thread_id, labels, changed)
        self.history.add(change)
        for listener in self._listeners:
            listener(self, change)
        return change.history_id


def _id(seconds: float, noise: int) -> int:
    return int((EPOCH + seconds) * 1000) << 20 | noise
