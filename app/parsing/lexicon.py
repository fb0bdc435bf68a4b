"""Many phrases at once, fast: a regular expression of a hundred alternatives tries each at every letter; here a phrase is looked
for only where the fixed words it needs stand in the text at all, which one substring search tells.
"""

import re
from collections.abc import Callable, Iterable, Iterator
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


MOST_WORDS = 8
SHORTEST_WORD = 3
MOST_DEMANDS = 3
ZERO_WIDTH = ("(?=", "(?!", "(?<=", "(?<!")
Words = tuple[str, ...]


def demands(pattern: str, trigger: str) -> tuple[Words, ...]:
    """Sets of words: whatever the pattern matches holds one of each. What the trigger itself holds is left out."""
    sets = _demanded(pattern)
    telling = [words for words in sets if all(word.isascii() and word not in trigger for word in words)]
    telling = [words for words in telling if min(map(len, words)) >= SHORTEST_WORD]
    return tuple(sorted(telling, key=lambda words: (-min(map(len, words)), len(words)))[:MOST_DEMANDS])


def _demanded(pattern: str) -> list[Words]:
    parts = split(pattern)
    if len(parts) == 1:
        return _of_sequence(pattern)
    best = [max(_of_sequence(part), key=lambda words: min(map(len, words)), default=None) for part in parts]
    joined = tuple(dict.fromkeys(word for words in best if words for word in words))
    return [joined] if None not in best and len(joined) <= MOST_WORDS * 2 else []


def _of_sequence(part: str) -> list[Words]:
    """What one piece after the other demands; fixed words beside each other are one, and two where a word may be left out."""
    out: list[Words] = []
    runs: Words = ("",)
    at = 0
    while at < len(part):
        token, kind = _token(part, at)
        behind = QUANTIFIER.match(part, at + len(token))
        at += len(token) + (len(behind.group()) if behind else 0)
        if kind == "edge" or (kind == "group" and token.startswith(ZERO_WIDTH)):
            continue
        ways = _ways(token, kind, behind.group() if behind else "")
        if ways and len(ways) * len(runs) <= MOST_WORDS:
            runs = tuple(run + way for run in runs for way in ways)
            if not behind or OPTIONAL.match(behind.group()):
                continue
        elif kind == "group" and not behind:
            out.extend(_demanded(_inside(token)))
        out.append(runs)
        runs = ("",)
    return [_fewest(words) for words in (*out, runs) if all(words)]


def _ways(token: str, kind: str, behind: str) -> Words:
    """The texts that a token stands for, when it is plain text or a choice of plain texts; none when it may be more."""
    if kind == "literal":
        plain: Words = (token[-1],)
    elif kind == "group" and (choice := [_plain(option) for option in split(_inside(token))]) and None not in choice:
        plain = tuple(option for option in choice if option is not None)
    else:
        return ()
    if not behind or (kind == "literal" and not OPTIONAL.match(behind)):
        return plain
    return ("", *plain) if behind == "?" else ()


def _inside(group: str) -> str:
    """Of a group that says how it is read, such as in either case, nothing is known: a dot."""
    if not group.startswith("(?"):
        return group[1:-1]
    return group[3:-1] if group.startswith("(?:") else group[group.index(">") + 1 : -1] if group.startswith("(?P<") else "."


def _plain(option: str) -> str | None:
    out, at = "", 0
    while at < len(option):
        token, kind = _token(option, at)
        if kind != "literal" or QUANTIFIER.match(option, at + len(token)):
            return None
        out += token[-1]
        at += len(token)
    return out


def _fewest(words: Words) -> Words:
    """Without those that hold another one."""
    return tuple(word for word in dict.fromkeys(words) if not any(other != word and other in word for other in words))


def _met(wanted: tuple[Words, ...], plain: str) -> bool:
    for words in wanted:
        for word in words:
            if word in plain:
                break
        else:
            return False
    return True


Item = TypeVar("Item")
WORD = re.compile(r"[a-z0-9]+")
HEAD = 4
WORD_HEAD = re.compile(rf"([a-z0-9]{{1,{HEAD}}})[a-z0-9]*+")


class Triggers(Generic[Item]):
    """Which of many fixed triggers stand in a text. A trigger in ASCII must begin where a word begins, unless a star stands before it.

    Looked up by the first letters of the text's words: hundreds of searches become one pass over the words. Of an item's pattern
    the words it cannot do without must stand there, too.
    """

    def __init__(self, items: Iterable[tuple[str, Item]], pattern_of: Callable[[Item], re.Pattern[str] | None]) -> None:
        self.pattern_of = pattern_of
        self.wanted: dict[int, tuple[Words, ...]] = {}
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
        return [(trigger, item) for order, trigger, item in found if _met(self._wanted(order, trigger, item), plain)]

    def _wanted(self, order: int, trigger: str, item: Item) -> tuple[Words, ...]:
        """Worked out when first met: most triggers never are."""
        known = self.wanted.get(order)
        if known is None:
            pattern = self.pattern_of(item)
            known = self.wanted[order] = demands(pattern.pattern, trigger) if pattern else ()
        return known


def _head(trigger: str) -> str | None:
    word = WORD.match(trigger)
    if word is None or (len(word.group()) < HEAD and word.end() == len(trigger)):
        return None
    return word.group()[:HEAD]
