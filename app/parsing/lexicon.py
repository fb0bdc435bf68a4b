"""Many phrases at once, fast: a regular expression of a hundred alternatives tries each at every letter; here a phrase is looked
for only where the fixed words it needs stand in the text at all, which one substring search tells.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
OPTIONAL = re.compile(r"[?*]|\{0")
EDGE = re.compile(r"((?:\\b|\\W\*?|\(\?<!\\w\))*)\(\?:(.*)\)((?:\\b|\(\?!\\w\))*)", re.S)


# Anything beyond ASCII but the signs that English mails are full of.
LETTER = re.compile(
    "[^\x00-\x7f\u00a0\u00a3\u00a9\u00ae\u00b0\u00b7\u2010-\u2027\u202f\u2030-\u205e\u20a0-\u20bf\u2122\u2190-\u27bf\ufffd]"
)
Entries = tuple[tuple[str, re.Pattern[str]], ...]


class Lexicon:
    """Alternatives of a pattern, each with a literal it cannot do without. The text must be in lower case."""

    __slots__ = ("exotic", "plain")

    def __init__(self, pattern: str) -> None:
        entries = [(needle(phrase), re.compile(phrase)) for phrase in alternatives(pattern)]
        self.plain = tuple(entry for entry in entries if entry[0].isascii())
        self.exotic = tuple(entry for entry in entries if not entry[0].isascii())

    def search(self, lowered: str) -> re.Match[str] | None:
        """Some phrase that stands there, not necessarily the first."""
        for entries, text in self._where(lowered):
            for literal, pattern in entries:
                if literal in text and (found := pattern.search(lowered)):
                    return found
        return None

    def finditer(self, lowered: str) -> Iterator[re.Match[str]]:
        """All phrases that stand there, in no order."""
        for entries, text in self._where(lowered):
            for literal, pattern in entries:
                if literal in text:
                    yield from pattern.finditer(lowered)

    def _where(self, lowered: str) -> tuple[tuple[Entries, str], ...]:
        plain, exotic = project(lowered)
        return ((self.plain, plain), (self.exotic, lowered)) if exotic else ((self.plain, plain),)


@lru_cache(maxsize=16)
def project(text: str) -> tuple[str, bool]:
    """The text with all but ASCII blotted out, in which a search is several times faster, and whether that lost any letter."""
    if text.isascii():
        return text, False
    return text.encode("ascii", "replace").decode("ascii"), LETTER.search(text) is not None


def alternatives(pattern: str) -> list[str]:
    """Split on the highest level, and below a word's edges."""
    return [phrase for part in split(pattern) for phrase in _spread(part)]


def split(pattern: str) -> list[str]:
    """The alternatives on the highest level."""
    parts, depth, start, at = [], 0, 0, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = _end_of_class(pattern, at)
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and depth == 0:
            parts.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*parts, pattern[start:]]


def _end_of_class(pattern: str, at: int) -> int:
    end = at + 2 if pattern[at + 1] in "]^" else at + 1
    while pattern[end] != "]":
        end += 2 if pattern[end] == "\\" else 1
    return end


def _spread(part: str) -> list[str]:
    r"""`\b(?:a|b)\b` as `\b(?:a)\b` and `\b(?:b)\b`."""
    found = EDGE.fullmatch(part)
    if not found or len(split(found[2])) < 2 or not _balanced(found[2]):
        return [part]
    return [f"{found[1]}(?:{inner}){found[3]}" for inner in split(found[2])]


def _balanced(inner: str) -> bool:
    try:
        re.compile(inner)
    except re.error:
        return False
    return True


def needle(phrase: str) -> str:
    """The longest run of letters and blanks that every match holds; empty when there is none."""
    runs, run, at = [""], "", 0
    text = _unwrap(phrase)
    while at < len(text):
        token, kind = _token(text, at)
        behind = QUANTIFIER.match(text, at + len(token))
        if kind == "literal" and not (behind and OPTIONAL.match(behind.group())):
            run += token[-1]
            if behind:
                runs, run = [*runs, run], ""
        elif kind != "edge":
            runs, run = [*runs, run], ""
        at += len(token) + (len(behind.group()) if behind else 0)
    return max([*runs, run], key=len)


def _unwrap(phrase: str) -> str:
    found = EDGE.fullmatch(phrase)
    return found[2] if found and _balanced(found[2]) and len(split(found[2])) == 1 else phrase


def _token(text: str, at: int) -> tuple[str, str]:
    char = text[at]
    if char == "\\":
        following = text[at + 1]
        return text[at : at + 2], "edge" if following == "b" else "class" if following.isalnum() else "literal"
    if char == "[":
        return text[at : _end_of_class(text, at) + 1], "class"
    if char == "(":
        return text[at : _end_of_group(text, at) + 1], "group"
    return char, "class" if char in ".^$" else "literal"


def _end_of_group(text: str, at: int) -> int:
    depth = 0
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == "[":
            at = _end_of_class(text, at)
        elif text[at] in "()":
            depth += 1 if text[at] == "(" else -1
            if depth == 0:
                return at
        at += 1
    return at


Item = TypeVar("Item")
WORD = re.compile(r"[a-z0-9]+")
HEAD = 4
WORD_HEAD = re.compile(rf"([a-z0-9]{{1,{HEAD}}})[a-z0-9]*+")


class Triggers(Generic[Item]):
    """Which of many fixed triggers stand in a text. A trigger in ASCII must begin where a word begins, unless a star stands before it.

    Looked up by the first letters of the text's words: hundreds of searches become one pass over the words.
    """

    def __init__(self, items: Iterable[tuple[str, Item]]) -> None:
        self.by_head: dict[str, list[tuple[int, str, Item]]] = {}
        self.anywhere: list[tuple[int, str, Item]] = []
        self.exotic: list[tuple[int, str, Item]] = []
        for order, (marked, item) in enumerate(items):
            trigger = marked.removeprefix("*")
            entry = (order, trigger, item)
            if not trigger.isascii():
                self.exotic.append(entry)
            elif (head := _head(trigger)) and head and trigger == marked:
                self.by_head.setdefault(head, []).append(entry)
            else:
                self.anywhere.append(entry)

    def present(self, lowered: str) -> list[tuple[str, Item]]:
        """Trigger and item of all that stand there, in the order declared."""
        plain, exotic = project(lowered)
        heads = set(WORD_HEAD.findall(plain))
        found = [entry for head in heads & self.by_head.keys() for entry in self.by_head[head] if entry[1] in plain]
        found.extend(entry for entry in self.anywhere if entry[1] in plain)
        if exotic:
            found.extend(entry for entry in self.exotic if entry[1] in lowered)
        found.sort(key=lambda entry: entry[0])
        return [(trigger, item) for _, trigger, item in found]


def _head(trigger: str) -> str | None:
    word = WORD.match(trigger)
    if word is None or (len(word.group()) < HEAD and word.end() == len(trigger)):
        return None
    return word.group()[:HEAD]
