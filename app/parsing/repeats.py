"""What is made of texts that come again and again: kept from the second time on, so that what is written once is not kept."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

Made = TypeVar("Made")
# In characters; a longer text is no header, footer or row that mails have in common.
LONGEST = 8_000
MOST_KEPT = 500_000
MOST_MET = 16_384


class Repeats(Generic[Made]):
    """`make` is a pure function, and made of one text after the other or of both at once its results mean the same.

    `lead` stands before each of the texts and is left out of them.
    """

    __slots__ = ("kept", "lead", "make", "met", "size")

    def __init__(self, make: Callable[[str], Made], lead: str = "") -> None:
        self.make = make
        self.lead = lead
        self.kept: dict[str, Made] = {}
        self.met: set[int] = set()
        self.size = 0

    def made_of(self, texts: Iterable[str]) -> list[Made]:
        """In their order; of texts beside each other that are not kept one thing is made: that is cheaper."""
        out: list[Made] = []
        new: list[str] = []
        for text in texts:
            made = self.kept.get(text)
            if made is None and self._met(text):
                made = self._keep(text)
            if made is None:
                new.append(text)
                continue
            if new:
                out.append(self._make(new))
                new = []
            out.append(made)
        return [*out, self._make(new)] if new else out

    def _make(self, texts: Sequence[str]) -> Made:
        return self.make(self.lead + self.lead.join(texts))

    def _met(self, text: str) -> bool:
        """Whether the text came before; if not, from now on it did."""
        if len(text) > LONGEST:
            return False
        known = hash(text)
        if known in self.met:
            return True
        if len(self.met) >= MOST_MET:
            self.met.clear()
        self.met.add(known)
        return False

    def _keep(self, text: str) -> Made:
        if self.size + len(text) > MOST_KEPT:
            self.kept.clear()
            self.size = 0
        made = self.kept[text] = self._make([text])
        self.size += len(text)
        return made
