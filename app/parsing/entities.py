"""Character references in a text, as an HTML parser reads them: the usual ones only, the odd ones are left to the parser."""

import re
from functools import lru_cache
from html.entities import html5

# No name is longer; and what is looked up is kept for a while: no long piece of a text shall be.
REFERENCE = re.compile(r"&#?[0-9A-Za-z]{0,32}+;?")
NUMBER = re.compile(r"&#(?:(?P<plain>[0-9]{2,7})|[xX](?P<hex>[0-9a-fA-F]{2,6}));")
# What stood so before semicolons were asked for is read without one, even at the beginning of another name.
OLD = tuple(name for name in html5 if not name.endswith(";"))
# White space, where a parser may look at it, and what no text may hold, which each parser mends in its own way.
PLAIN = (range(0x21, 0x7F), range(0xA0, 0xD800), range(0xE000, 0xFDD0), range(0xFDF0, 0xFFFE), range(0x10000, 0x1FFFE))
BLANKS = frozenset("\t\n\f\r ")


class OddReferenceError(Exception):
    """The text holds a reference that only a parser is to read."""


def unescaped(text: str) -> str:
    """The text with its references read; raises OddReferenceError."""
    # In the filler before the first words it stands a hundred times.
    text = text.replace("&nbsp;", "\xa0")
    return REFERENCE.sub(_of, text) if "&" in text else text


def _of(found: re.Match[str]) -> str:
    char = _character(found[0])
    if char is None:
        raise OddReferenceError
    return char


@lru_cache(maxsize=256)
def _character(reference: str) -> str | None:
    """What it stands for, itself when it is none; None when it is odd."""
    if reference.startswith("&#"):
        return _numbered(reference)
    char = html5.get(reference[1:]) if reference.endswith(";") else None
    if char is not None:
        return None if BLANKS & set(char) else char
    return None if reference[1:].startswith(OLD) else reference


def _numbered(reference: str) -> str | None:
    found = NUMBER.fullmatch(reference)
    if found is None:
        return None
    value = int(found["plain"]) if found["plain"] else int(found["hex"], 16)
    return chr(value) if any(value in known for known in PLAIN) else None
