"""A format is an issuer's own sentence with typed holes; a layout is its table of labels. Both are compiled at import."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time
from types import MappingProxyType

from app.domain.transaction import Direction, Kind, Moment, Transaction
from app.parsing.clean import Page
from app.parsing.slots import SLOTS, Draft, Reader

OUT, IN = Direction.DEBIT, Direction.CREDIT
# Sentences that stand beside the main one and only add to it.
Extra = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
HOLE = re.compile(r"\{(\w+)\}")
# How a hole at the end of a format knows where to stop.
STOP = r"(?=\s{0,2}(?:[.;](?:\s|$)|\n|$))"
# Bounds for text made to be slow: how often a fixed word is looked at, and how far a sentence goes on behind it.
MOST_PLACES = 6
LONGEST_SENTENCE = 700
OPEN_ENDED = frozenset({"counterparty", "merchant", "narration", "words", "date", "datetime"})


class FormatError(ValueError):
    """A declaration that cannot be compiled; raised while the issuers are imported, so never at work."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A mail the format reads, cut to what matters (a table's cells with " | " between), and what it tells: "262.00 INR", ISO time.

    `kind` only where the format leaves it to a narration, `subject` where it is read, `received` where the year is left out.
    """

    text: str
    amount: str
    counterparty: str | None = None
    account: str | None = None
    when: str | None = None
    reference: str | None = None
    kind: Kind | None = None
    subject: str = ""
    received: str = "2026-06-30"


@dataclass(frozen=True, slots=True)
class Format:
    """One sentence. White space matches any white space, letters match either case; `[a|b]` gives alternatives, `[x]` may be left out.

    `where` is `text` or `subject`. `counterparty` stands for a payee the sentence need not name (the brand of a receipt).
    """

    name: str
    direction: Direction
    sentence: str
    kind: Kind = Kind.OTHER
    sample: Sample | None = None
    where: str = "text"
    counterparty: str | None = None
    also: tuple[str, ...] = ()
    pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)
    holes: tuple[str, ...] = field(init=False, repr=False, compare=False)
    extra: Extra = field(init=False, repr=False, compare=False)
    needle: str = field(init=False, repr=False, compare=False)
    reach: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "holes", _holes(self.sentence))
        object.__setattr__(self, "reach", _reach(self.sentence))
        object.__setattr__(self, "pattern", compile_sentence(self.sentence))
        object.__setattr__(self, "needle", _needle(self.sentence))
        object.__setattr__(self, "extra", _extra(self.also))

    def read(self, page: Page, lowered: str, reader: Reader) -> Transaction | None:
        text, low = (page.text, lowered) if self.where == "text" else (page.subject, page.subject.lower().replace("’", "'"))
        for found in self._places(text, low):
            draft = Draft()
            filled = zip(self.holes, found.groups(), strict=True)
            if all(value is None or SLOTS[hole].convert(value, reader, draft) for hole, value in filled):
                _add(self.extra, page, reader, draft)
                return finish(draft, self.direction, self.kind, self.counterparty)
        return None

    def _places(self, text: str, low: str) -> Iterator[re.Match[str]]:
        """Matches around the fixed word; elsewhere there can be none, and looking there costs most of the time."""
        at = low.find(self.needle)
        for _ in range(MOST_PLACES):
            if at < 0:
                return
            if found := self.pattern.search(text, max(0, at - self.reach), at + LONGEST_SENTENCE):
                yield found
            at = low.find(self.needle, at + len(self.needle))


@dataclass(frozen=True, slots=True)
class Layout:
    """A table: the label as printed (without colon) → the hole its value fills, and sentences that stand beside the table.

    Each part of `when` (parted by `&&`) must stand in the text or the subject, in lower case.
    """

    name: str
    direction: Direction
    when: str
    labels: Mapping[str, str]
    kind: Kind = Kind.OTHER
    sample: Sample | None = None
    counterparty: str | None = None
    also: tuple[str, ...] = ()
    whens: tuple[str, ...] = field(init=False, repr=False, compare=False)
    table: Mapping[str, str] = field(init=False, repr=False, compare=False)
    extra: Extra = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for hole in self.labels.values():
            if hole not in SLOTS:
                raise FormatError(f"{self.name}: no slot is called {hole!r}")
        object.__setattr__(self, "extra", _extra(self.also))
        if not {"amount", "number"} & {*self.labels.values(), *(hole for _, holes in self.extra for hole in holes)}:
            raise FormatError(f"{self.name}: a layout needs an amount")
        object.__setattr__(self, "whens", tuple(part.strip().lower() for part in self.when.split("&&")))
        object.__setattr__(self, "table", MappingProxyType({label_key(label): hole for label, hole in self.labels.items()}))

    def read(self, page: Page, lowered: str, reader: Reader) -> Transaction | None:
        if not all(part in lowered or part in page.subject.lower() for part in self.whens):
            return None
        draft = Draft()
        done: set[str] = set()
        for hole, value in labelled(page, self.table):
            if hole not in done and SLOTS[hole].convert(value, reader, draft):
                done.add(hole)
        _add(self.extra, page, reader, draft)
        return finish(draft, self.direction, self.kind, self.counterparty) if draft.amount else None


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence of the issuer after which no money has moved; `reason` is a code of `guards`."""

    reason: str
    sentence: str
    where: str = "text"
    pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)
    needle: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pattern", compile_sentence(self.sentence))
        object.__setattr__(self, "needle", _needle(self.sentence))

    def says(self, page: Page, lowered: str) -> bool:
        text, low = (page.text, lowered) if self.where == "text" else (page.subject, page.subject.lower())
        return self.needle in low and self.pattern.search(text) is not None


@dataclass(frozen=True, slots=True)
class Issuer:
    """`domains` send for it, their sub-domains included; `country` settles `$` and the order of day and month."""

    key: str
    name: str
    domains: tuple[str, ...]
    country: str
    currency: str
    formats: tuple[Format | Layout, ...] = ()
    notices: tuple[Notice, ...] = ()
    month_first: bool = False
    aliases: tuple[str, ...] = ()


def _extra(also: tuple[str, ...]) -> Extra:
    return tuple((compile_sentence(sentence), _holes(sentence)) for sentence in also)


def _add(extra: Extra, page: Page, reader: Reader, draft: Draft) -> None:
    for pattern, holes in extra:
        if found := pattern.search(page.text) or pattern.search(page.subject):
            for hole, value in zip(holes, found.groups(), strict=True):
                if value is not None:
                    SLOTS[hole].convert(value, reader, draft)


def _pieces(sentence: str) -> list[str]:
    return re.split(r"(\{\w+\}|\[[^\]]{1,200}\])", sentence)


def _holes(sentence: str) -> tuple[str, ...]:
    holes = tuple(HOLE.findall(sentence))
    for hole in holes:
        if hole not in SLOTS:
            raise FormatError(f"no slot is called {hole!r} in {sentence!r}")
    return holes


def compile_sentence(sentence: str) -> re.Pattern[str]:
    """Literal text escaped, white space folded, holes as one group each, `[a|b]` as an optional or alternative literal."""
    if not sentence.strip():
        raise FormatError("an empty sentence matches everything")
    _holes(sentence)
    pattern = "".join(_piece(piece) for piece in _pieces(sentence.strip()))
    last = HOLE.search(sentence.strip()[-14:])
    if last and sentence.strip().endswith(last.group()) and last.group(1) in OPEN_ENDED:
        pattern += STOP
    return re.compile(r"(?<!\w)" + pattern if sentence.strip()[0].isalnum() else pattern, re.I)


def _piece(piece: str) -> str:
    if hole := HOLE.fullmatch(piece):
        return f"({SLOTS[hole.group(1)].pattern})"
    if piece.startswith("[") and piece.endswith("]"):
        options = piece[1:-1].split("|")
        joined = "|".join("".join(_optional(part)) for part in options)
        return f"(?:{joined})" + ("?" if len(options) == 1 else "")
    return _literal(piece)


def _optional(text: str) -> str:
    return "".join(
        f"({SLOTS[part[1:-1]].pattern})" if HOLE.fullmatch(part) else _literal(part) for part in re.split(r"(\{\w+\})", text)
    )


def _literal(text: str) -> str:
    return re.sub(r"(?:\\?\s)+", lambda _: r"\s+", re.escape(text)).replace("’", "'").replace("'", "['’]") if text else ""


def _fixed(sentence: str) -> list[tuple[int, str]]:
    """The fixed words of a sentence, each with the number of its piece."""
    pieces = enumerate(_pieces(sentence.strip()))
    return [(at, word) for at, piece in pieces if piece[:1] not in "{[" for word in re.split(r"[\s'’]+", piece) if word]


def _needle(sentence: str) -> str:
    """The fixed word looked for first: the longest, or one of ten letters that stands nearer to the start."""
    words = _fixed(sentence)
    longest = max((word for _, word in words), key=len, default="")
    return next((word for _, word in words if len(word) >= 8), longest).lower()


def _reach(sentence: str) -> int:
    """How many characters before the needle the sentence can begin."""
    needle = _needle(sentence)
    width = 0
    for piece in _pieces(sentence.strip()):
        if needle in piece.lower() and piece[:1] not in "{[":
            return width + len(piece) + 20
        hole = HOLE.fullmatch(piece)
        width += SLOTS[hole.group(1)].width if hole else len(piece) + 20
    return width


def label_key(text: str) -> str:
    return text.lower().strip(" :*.•-■·#†").replace("’", "'")


def labelled(page: Page, table: Mapping[str, str]) -> list[tuple[str, str]]:
    """Values that stand beside, behind or below the wanted labels, in the order of the page."""
    out = []
    for number, cells in enumerate(page.lines):
        for index, cell in enumerate(cells):
            if hole := table.get(label_key(cell)):
                if value := _value(page, number, cells[index + 1 :]):
                    out.append((hole, value))
            elif ":" in cell:
                label, _, rest = cell.partition(":")
                if rest.strip(" -") and (hole := table.get(label_key(label))):
                    out.append((hole, rest.strip(" -")))
    return out


def _value(page: Page, number: int, right: tuple[str, ...]) -> str | None:
    for cell in right:
        if value := cell.lstrip(": ").strip():
            return value
    below = page.lines[number + 1] if number + 1 < len(page.lines) else ()
    if below and below[0].endswith(":"):
        return None
    return " ".join(below).lstrip(": ").strip() or None if not right else None


def finish(draft: Draft, direction: Direction, kind: Kind, counterparty: str | None = None) -> Transaction | None:
    if draft.amount is None or draft.currency is None:
        return None
    return Transaction(
        amount=draft.amount,
        currency=draft.currency,
        direction=direction,
        kind=draft.kind if draft.kind and kind in {Kind.OTHER, Kind.TRANSFER} else kind,
        counterparty=counterparty or draft.counterparty or draft.vpa,
        account_last4=draft.account,
        occurred=_moment(draft.occurred, draft.clock),
        reference=draft.reference,
    )


def _moment(occurred: Moment | None, clock: tuple[time, int | None] | None) -> Moment | None:
    if occurred is None or clock is None or occurred.at is not None:
        return occurred
    return Moment(occurred.on, *clock)
