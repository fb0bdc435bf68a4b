"""What a pattern is made of: its alternatives, and the fixed words that whatever it matches must hold."""

import re
from collections.abc import Iterable

QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
OPTIONAL = re.compile(r"[?*]|\{0")
EDGE = re.compile(r"((?:\\b|\\W\*?|\(\?<!\\w\))*)\(\?:(.*)\)((?:\\b|\(\?!\\w\))*)", re.S)


def one_of(words: Iterable[str]) -> str:
    """A pattern for the longest of these words, letter by letter: a choice of hundreds tries each at every place.

    The letters stand in brackets, so that nobody takes what is left of a word for one.
    """
    rest: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        rest.setdefault(word[:1], []).append(word[1:])
    ends = rest.pop("", None) is not None
    ways = "|".join(f"[{re.escape(first)}]{one_of(behind)}" for first, behind in rest.items())
    return f"(?:{ways}){'?' if ends else ''}" if ways else ""


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
