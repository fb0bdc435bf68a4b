"""A message as the API needs it."""

from typing import NamedTuple

from sandbox.delivered import Delivered
from sandbox.generator import Seed, Source
from sandbox.ledger import Expected
from sandbox.mime import Part


class Message(NamedTuple):
    """`seed` makes its mail."""

    id: int
    thread_id: int
    labels: tuple[str, ...]
    source: Source
    seed: Seed
    history_id: int

    @property
    def hex_id(self) -> str:
        return f"{self.id:016x}"

    @property
    def thread_hex_id(self) -> str:
        return f"{self.thread_id:016x}"

    def expected(self) -> Expected | None:
        return self.source.expected(self.seed)

    def mail(self) -> Part:
        return self.source.mail(self.seed)

    @property
    def raw(self) -> bytes | None:
        """The bytes as they were delivered, if they were."""
        return self.source.raw if isinstance(self.source, Delivered) else None

    @property
    def raw_size(self) -> int | None:
        """How many bytes were delivered, if any."""
        return self.source.size if isinstance(self.source, Delivered) else None
