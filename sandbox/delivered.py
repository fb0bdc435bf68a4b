"""A mail that came as RFC 822 bytes. The mailbox keeps its few headers; its bytes are read when asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sandbox.generator import Seed
from sandbox.ledger import Expected
from sandbox.mime import Part
from sandbox.reading import from_rfc822, read_headers

_KEPT = 1 << 20  # bytes: a larger mail is read anew each time
_REPLIES = ("re:", "fwd:", "fw:", "aw:", "sv:")


@dataclass(frozen=True, slots=True)
class NewMail:
    """What is put into a mailbox. `read` gives the raw bytes, as often as it is asked; `at` is the internalDate in epoch seconds.

    `expected` is what the mail says of money, for the ledger. Without `thread_id` its headers decide on the thread. `named` are
    labels by the names that a person gave them: the mailbox makes those it has not.
    """

    read: Callable[[], bytes]
    labels: tuple[str, ...]
    at: float
    expected: Expected | None = None
    thread_id: int | None = None
    named: tuple[str, ...] = ()

    @classmethod
    def of(cls, raw: bytes, labels: tuple[str, ...], at: float, **more: Any) -> "NewMail":
        return cls(lambda: raw, labels, at, **more)


@dataclass(slots=True)
class Upload:
    """A mail on its way in, piece by piece, and the message resource it will have."""

    resource: dict[str, Any]
    data: bytearray = field(default_factory=bytearray)


class Delivered:
    """The source of one message: the port of `generator.Source`, with `raw` besides."""

    __slots__ = ("_expected", "_read", "_sender", "_subject", "labels", "message_id", "references", "size")
    name = "delivered"

    def __init__(self, new: NewMail, labels: tuple[str, ...]) -> None:
        raw = new.read()
        headers = read_headers(raw)
        self._read = new.read
        self._expected = new.expected
        self._sender = headers.get("from", "")
        self._subject = headers.get("subject", "")
        self.labels = labels
        self.size = len(raw)
        self.message_id = headers.get("message-id", "").strip()
        self.references = tuple(f"{headers.get('references', '')} {headers.get('in-reply-to', '')}".split())

    @property
    def raw(self) -> bytes:
        return self._read()

    def sender(self, seed: Seed) -> str:  # noqa: ARG002 - the port of Source
        return self._sender

    def subject(self, seed: Seed) -> str:  # noqa: ARG002 - the port of Source
        return self._subject

    def expected(self, seed: Seed) -> Expected | None:  # noqa: ARG002 - the port of Source
        return self._expected

    def mail(self, seed: Seed) -> Part:  # noqa: ARG002 - the port of Source
        return _parsed(self) if self.size < _KEPT else from_rfc822(self.raw)


@lru_cache(maxsize=64)
def _parsed(source: Delivered) -> Part:
    """A client that lists, gets and fetches attachments asks for the same mail several times in a row."""
    return from_rfc822(source.raw)


def topic(subject: str) -> str:
    """A subject without its `Re:` and `Fwd:`: Gmail keeps a thread together only while this stays the same."""
    words = subject.strip().lower()
    while words.startswith(_REPLIES):
        words = words.partition(":")[2].strip()
    return words
