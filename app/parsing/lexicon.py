"""Many phrases at once, fast: a regular expression of a hundred alternatives tries each at every letter; here a phrase is looked
for only where the fixed words it needs stand in the text at all, which one pass tells of all of them.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Generic, TypeVar

from app.parsing.needles import Needles
from app.parsing.phrases import Words, alternatives, demands, needle, needles, split

# Anything beyond ASCII but the signs that English mails are full of.
LETTER = re.compile(
    "[^\x00-\x7f\u00a0\u00a3\u00a9\u00ae\u00b0\u00b7\u2010-\u2027\u202f\u2030-\u205e\u20a0-\u20bf\u2122\u2190-\u27bf\ufffd]"
)
Item = TypeVar("Item")
WORD = re.compile(r"[a-z0-9]+")
# Letters that a pattern in either case takes for each other, though lower case keeps them apart.
SAME_LETTERS = str.maketrans("ıſςµ", "isσμ")
# A word of so few letters stands in too many others to be known by its beginning.
HEAD = 4
COMMON = frozenset({"your", "from"})


@lru_cache(maxsize=16)
def project(text: str) -> tuple[str, bool]:
    """The text with all but ASCII blotted out, in which a search is several times faster, and whether that lost any letter."""
    if text.isascii():
        return text, False
    return text.encode("ascii", "replace").decode("ascii"), LETTER.search(text) is not None


class Lexicon:
    """Alternatives of a pattern, each with a literal it cannot do without. The text must be in lower case."""

    __slots__ = ("exotic", "plain")

    def __init__(self, pattern: str) -> None:
        entries = [(needle(phrase), re.compile(phrase)) for phrase in alternatives(pattern)]
        self.plain = Group(entry for entry in entries if entry[0].isascii())
        self.exotic = Group(entry for entry in entries if not entry[0].isascii())

    def search(self, lowered: str) -> re.Match[str] | None:
        """Some phrase that stands there, not necessarily the first."""
        for pattern in self._likely(lowered):
            if found := pattern.search(lowered):
                return found
        return None

    def finditer(self, lowered: str) -> Iterator[re.Match[str]]:
        """All phrases that stand there, in no order."""
        for pattern in self._likely(lowered):
            yield from pattern.finditer(lowered)

    def _likely(self, lowered: str) -> list[re.Pattern[str]]:
        plain, exotic = project(lowered)
        return self.plain.likely(plain) + self.exotic.likely(lowered) if exotic else self.plain.likely(plain)


class Group:
    """Patterns by the literal that each cannot do without; one without a literal is always likely."""

    __slots__ = ("always", "entries", "needles")

    def __init__(self, entries: Iterable[tuple[str, re.Pattern[str]]]) -> None:
        every = tuple(entries)
        self.entries = tuple(entry for entry in every if entry[0])
        self.always = [pattern for literal, pattern in every if not literal]
        self.needles = Needles([literal for literal, _ in self.entries])

    def likely(self, text: str) -> list[re.Pattern[str]]:
        present = self.needles.present(text)
        return [*self.always, *[self.entries[which][1] for which in present]] if present else self.always


class Likely:
    """Which patterns, that hold in either case, may hold in a text, by the words that they cannot do without: most are tried on none."""

    __slots__ = ("always", "needles", "patterns")

    def __init__(self, patterns: Iterable[str]) -> None:
        words: dict[str, set[int]] = {}
        self.always: set[int] = set()
        for which, pattern in enumerate(patterns):
            for phrase in split(pattern):
                wanted = needles(phrase)
                for word in wanted:
                    words.setdefault(word.translate(SAME_LETTERS), set()).add(which)
                if not wanted:
                    self.always.add(which)
        self.patterns = list(words.values())
        self.needles = Needles(list(words))

    def of(self, lowered: str) -> list[int]:
        """Their places among all, in order."""
        present = self.needles.present(lowered if lowered.isascii() else lowered.translate(SAME_LETTERS))
        return sorted(self.always.union(*[self.patterns[which] for which in present]))


class Triggers(Generic[Item]):
    """Which of many fixed triggers stand in a text. A trigger in ASCII must begin where a word begins, unless a star stands before it
    or it is a short word itself. Of an item's pattern the words it cannot do without must stand there, too: where the trigger
    stands in every mail, such as "your", these are looked for first.
    """

    def __init__(self, items: Iterable[tuple[str, Item]], pattern_of: Callable[[Item], re.Pattern[str] | None]) -> None:
        declared = tuple(items)
        self.pattern_of = pattern_of
        self.wanted: dict[int, tuple[Words, ...]] = {}
        self.entries = tuple((marked.removeprefix("*"), item) for marked, item in declared)
        self.inside = tuple(marked.startswith("*") or not _telling(marked) for marked, _ in declared)
        self.led: set[int] = set()
        sought = [(word, order) for order in range(len(self.entries)) for word in self._sought(order)]
        self.plain = [order for word, order in sought if word.isascii()]
        self.exotic = [order for word, order in sought if not word.isascii()]
        self.plain_needles = Needles([word for word, _ in sought if word.isascii()])
        self.exotic_needles = Needles([word for word, _ in sought if not word.isascii()])

    def _sought(self, order: int) -> Words:
        """What the text is searched for: the trigger, or rarer words in its place; each of those can be found in any text."""
        trigger, item = self.entries[order]
        pattern = self.pattern_of(item) if trigger.strip() in COMMON or len(trigger.strip()) < HEAD else None
        if pattern is None or not trigger.isascii():
            return (trigger,)
        wanted = self.wanted[order] = demands(pattern.pattern, trigger)
        for words in wanted:
            if all(len(word.strip()) >= HEAD and (word.isascii() or LETTER.search(word)) for word in words):
                self.led.add(order)
                return words
        return (trigger,)

    def present(self, lowered: str) -> list[tuple[str, Item]]:
        """Trigger and item of all that stand there, in the order declared."""
        plain, exotic = project(lowered)
        found = self._begun(plain)
        if exotic:
            found.update(self.exotic[which] for which in self.exotic_needles.present(lowered))
        return [self.entries[order] for order in sorted(found) if self._led(order, plain) and self._met(order, lowered)]

    def _begun(self, plain: str) -> set[int]:
        """Those in ASCII that stand there, at the beginning of a word where they must."""
        orders, inside, led = self.plain, self.inside, self.led
        return {
            order
            for which, start, _ in self.plain_needles.places(plain)
            if inside[order := orders[which]] or order in led or not start or not plain[start - 1].isalnum()
        }

    def _led(self, order: int, plain: str) -> bool:
        """Whether the trigger stands there where only the words behind it were looked for."""
        if order not in self.led:
            return True
        trigger = self.entries[order][0]
        at = plain.find(trigger)
        while at > 0 and not self.inside[order] and plain[at - 1].isalnum():
            at = plain.find(trigger, at + 1)
        return at >= 0

    def _met(self, order: int, lowered: str) -> bool:
        """Whether the words stand there that the pattern demands: worked out when first met, for most triggers never are."""
        wanted = self.wanted.get(order)
        if wanted is None:
            trigger, item = self.entries[order]
            pattern = self.pattern_of(item)
            wanted = self.wanted[order] = demands(pattern.pattern, trigger) if pattern else ()
        for words in wanted:
            for word in words:
                if word in lowered:
                    break
            else:
                return False
        return True


def _telling(trigger: str) -> bool:
    word = WORD.match(trigger)
    return word is not None and (len(word.group()) >= HEAD or word.end() < len(trigger))


def hits(trigger: str, pattern: re.Pattern[str] | None, text: str) -> Iterator[tuple[int, int]]:
    """Where the phrase stands. One that begins with its trigger is tried there only: elsewhere a pattern costs at every letter."""
    if pattern is not None and not leads(trigger, pattern):
        yield from (hit.span() for hit in pattern.finditer(text))
        return
    at = text.find(trigger)
    while at >= 0:
        end = at + len(trigger)
        if pattern is None:
            yield at, end
        elif hit := pattern.match(text, at):
            end = hit.end()
            yield at, end
        else:
            end = at + 1
        at = text.find(trigger, end)


@cache
def leads(trigger: str, pattern: re.Pattern[str]) -> bool:
    rule = pattern.pattern
    behind = rule.removeprefix(r"\b").removeprefix(re.escape(trigger).replace(r"\ ", " "))
    whole = rule.removeprefix(r"\b") != behind and behind[:1] not in {"?", "*", "+", "{"}
    return whole and len(split(rule)) == 1
