"""An issuer's sentence as a pattern: fixed words escaped, white space folded, holes typed.

Checked when declared, compiled when its fixed word is first met: most issuers never write to most people.
"""

import re
from dataclasses import dataclass
from functools import cache

from app.parsing.clean import WIDE
from app.parsing.slots import SLOTS

HOLE = re.compile(r"\{(\w+)\}")
PIECE = re.compile(r"(\{\w+\}|\[[^\]]{1,300}\])")
# How a hole at the end of a sentence knows where to stop.
STOP = r"(?=\s{0,2}(?:[.;!](?:\s|$)|\n|$))"
# A sentence whose first word is a name begins where a clause does: else it would be tried at every letter.
NAME_FIRST = "{counterparty}"
CLAUSE_START = r"(?:(?m:^)|(?<=[.!?:;,•·][ \n]))"
OPEN_ENDED = frozenset({"counterparty", "merchant", "narration", "purpose", "words", "date", "datetime", "japan_time"})
# A fixed word this long is rare enough to be looked for first.
RARE = 8
SHORT = 3
MOST_OTHERS = 6


class FormatError(ValueError):
    """A declaration that cannot be compiled; raised while the issuers are imported, so never at work."""


@dataclass(frozen=True, slots=True)
class Outline:
    """`needle` is the fixed word looked for first, `reach` how many characters before it the sentence can begin.

    `others` must stand in the text as well: looking for words costs a hundredth of trying the pattern.
    """

    holes: tuple[str, ...]
    needle: str
    reach: int
    others: tuple[str, ...]


@cache
def outline(sentence: str) -> Outline:
    words = fixed_words(sentence)
    # The longest, or a rare one that stands nearer to the start.
    needle = next((word for word in words if len(word) >= RARE), max(words, key=len, default=""))
    others = sorted({word for word in words if len(word) > SHORT} - {needle}, key=len, reverse=True)
    return Outline(tuple(HOLE.findall(sentence)), needle, _reach(sentence, needle), tuple(others[:MOST_OTHERS]))


def check_sentence(sentence: str) -> None:
    """That the sentence says something and that its holes exist."""
    if not sentence.strip():
        raise FormatError("an empty sentence matches everything")
    if WIDE.search(sentence):
        raise FormatError(f"wide signs are narrow in a cleaned text: {sentence!r}")
    for hole in HOLE.findall(sentence):
        if hole not in SLOTS:
            raise FormatError(f"no slot is called {hole!r} in {sentence!r}")


@cache
def compile_sentence(sentence: str) -> re.Pattern[str]:
    """One group a hole; `[a|b]` are alternatives, `[a]` and `[a|b|]` may be missing."""
    bare = sentence.strip()
    pattern = "".join(_piece(piece) for piece in _pieces(bare))
    last = HOLE.search(bare[-14:])
    if last and bare.endswith(last.group()) and last.group(1) in OPEN_ENDED:
        pattern += STOP
    if bare.startswith(NAME_FIRST):
        return re.compile(CLAUSE_START + pattern, re.I)
    # Scripts without blanks between words may begin anywhere.
    begins_word = bare[0].isalnum() and bare[0] < "\u3000"
    return re.compile(r"(?<!\w)" + pattern if begins_word else pattern, re.I)


def _pieces(sentence: str) -> list[str]:
    """The parts of a sentence; what may be missing takes the blank behind it along, so that one is left."""
    pieces = PIECE.split(sentence)
    for at in range(1, len(pieces) - 1, 2):
        options = pieces[at][1:-1].split("|")
        missing = pieces[at][0] == "[" and (len(options) == 1 or not options[-1])
        before = pieces[at - 1] or (pieces[at - 2] if at > 1 else "").rstrip("|]")
        if missing and before[-1:].isspace() and pieces[at + 1][:1].isspace():
            pieces[at] = "[" + "".join(f"{option} |" for option in options if option) + "]"
            pieces[at + 1] = pieces[at + 1].lstrip()
    return pieces


def _piece(piece: str) -> str:
    if piece[:1] == "{" and HOLE.fullmatch(piece):
        return _hole(piece)
    if piece[:1] == "[" and piece.endswith("]"):
        options = piece[1:-1].split("|")
        joined = "|".join(_option(part) for part in options)
        return f"(?:{joined})" + ("?" if len(options) == 1 else "")
    return _literal(piece)


def _hole(piece: str) -> str:
    return f"({SLOTS[piece[1:-1]].pattern})"


def _option(text: str) -> str:
    return "".join(_hole(part) if HOLE.fullmatch(part) else _literal(part) for part in re.split(r"(\{\w+\})", text))


def _literal(text: str) -> str:
    return re.sub(r"(?:\\?\s)+", lambda _: r"\s+", re.escape(text)).replace("’", "'").replace("'", "['’]") if text else ""


def fixed_words(sentence: str) -> list[str]:
    fixed = (piece for piece in PIECE.split(sentence.strip()) if piece[:1] not in {"{", "["})
    return [word.lower() for piece in fixed for word in re.split(r"[\s'’]+", piece) if word]


def _reach(sentence: str, needle: str) -> int:
    width = 0
    for piece in PIECE.split(sentence.strip()):
        if piece[:1] not in {"{", "["} and needle in piece.lower():
            return width + len(piece) + 20
        holes = HOLE.findall(piece)
        width += max((SLOTS[hole].width for hole in holes if hole in SLOTS), default=0) * max(1, len(holes)) + len(piece) + 20
    return width
