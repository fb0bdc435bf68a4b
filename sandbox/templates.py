"""A mail template: a real mail's wording with typed holes, and what it says of money.

The body is written in a small markup, a block to each paragraph:

    # heading        ! preheader (hidden)        - small print        [button]
    | label | value |                            **bold** anywhere

It is compiled once, at import, into a subject, a text part and an HTML part; filling a mail joins strings and nothing more.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cached_property
from zoneinfo import ZoneInfo

from sandbox import slots
from sandbox.ledger import Expected, decimal_text
from sandbox.shells import SHELLS, Brand, to_html, to_text
from sandbox.slots import Amounts, Draw, Persona, Value, seeded

# Style sheets are full of braces, so in HTML a hole stands between two private-use characters.
_HOLE = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
_AMOUNTS = Amounts(40, 6_000)
_PREVIEW = 240  # characters; a snippet shows 200
_HTML_HOLE = re.compile("\ue000(\\w+)(?::([^\ue001]*))?\ue001")


@dataclass(frozen=True, slots=True)
class Truth:
    """What the mail says of money. `counterparty` and `reference` are text with holes; `account` names a slot.

    `when` is how exactly the mail tells the time: `day`, `minute`, `second`, or None if it names no date; `zone`: it states one.
    """

    direction: str
    kind: str
    counterparty: str | None = None
    account: str | None = None
    when: str | None = None
    zone: bool = False
    reference: str | None = None
    currency: str | None = None


class Holes:
    """Text with holes, cut up once."""

    __slots__ = ("holes", "pieces", "places")

    def __init__(self, text: str, hole: re.Pattern[str] = _HOLE) -> None:
        self.pieces: list[str] = []
        self.places: list[tuple[int, tuple[str, str]]] = []
        end = 0
        for found in hole.finditer(text):
            self.pieces += [text[end : found.start()], ""]
            self.places.append((len(self.pieces) - 1, (found[1], found[2] or "")))
            end = found.end()
        self.pieces.append(text[end:])
        self.holes = tuple(dict.fromkeys(hole for _, hole in self.places))

    def fill(self, written: Mapping[tuple[str, str], str]) -> str:
        pieces = self.pieces.copy()
        for place, hole in self.places:
            pieces[place] = written[hole]
        return "".join(pieces)


@dataclass(frozen=True, slots=True)
class Filled:
    """One mail's words: what `generator` wraps into headers and parts."""

    subject: str
    text: str | None
    html: str | None
    preview: str


@dataclass(frozen=True)
class Template:
    """`trap` names why nothing may be read, and is set when there is no truth. `form`: text, html, both, or pdf (both and a PDF).

    `patterns`, `picks` and `splits` bring further slots: masks (see slots.pattern), words to choose from, shares of the amount.
    """

    name: str
    brand: Brand
    sender: str
    subject: str
    body: str
    truth: Truth | None = None
    trap: str | None = None
    channel: str = "account"
    form: str = "both"
    look: str = "bank"
    weight: float = 1.0
    label: str = "CATEGORY_UPDATES"
    amounts: Amounts = _AMOUNTS
    patterns: Mapping[str, str] = field(default_factory=dict)
    picks: Mapping[str, Sequence[str]] = field(default_factory=dict)
    splits: Sequence[str] = ()

    def __post_init__(self) -> None:
        if (self.truth is None) != bool(self.trap):
            raise ValueError(f"{self.name}: either a truth or a trap")
        unknown = set(self._names) - set(slots.SLOTS) - set(self.patterns) - set(self.picks) - set(self.splits)
        if unknown:
            raise ValueError(f"{self.name}: unknown slots {sorted(unknown)}")

    @cached_property
    def _subject(self) -> Holes:
        return Holes(self.subject)

    @cached_property
    def _text(self) -> Holes:
        return Holes(to_text(self.body))

    @cached_property
    def _preview(self) -> Holes:
        """The first words, for the snippet of a mail whose text part is not made."""
        text = to_text(self.body)
        cut = text.find("\r\n", _PREVIEW)
        return Holes(text if cut < 0 else text[:cut])

    @cached_property
    def _html(self) -> Holes:
        marked = _HOLE.sub(lambda found: f"\ue000{found[0][1:-1]}\ue001", self.body)
        return Holes(to_html(marked, self.brand, SHELLS[self.look]), _HTML_HOLE)

    @cached_property
    def _truth(self) -> Holes:
        """Every hole the truth needs, so that an entry is made without the mail."""
        truth = self.truth
        if truth is None:
            return Holes("")
        own = f"{{{truth.account}}}" if truth.account else ""
        return Holes(f"{{amount:plain}}{own}{truth.counterparty or ''}{truth.reference or ''}")

    @cached_property
    def _names(self) -> tuple[str, ...]:
        holes = (*self._subject.holes, *self._text.holes, *self._html.holes, *self._truth.holes)
        found = {name for name, _ in holes} | ({"amount"} if self.splits else set())
        return tuple(sorted(found, key=lambda name: (slots.ORDER.get(name, len(slots.ORDER)), name)))

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.brand.zone)

    def values(self, seed: int, persona: Persona, received: datetime) -> dict[str, Value]:
        """The slots of one mail, all of them, so that an entry and a mail of the same seed agree."""
        rng = seeded(seed)
        happened = received.astimezone(self.zone) - timedelta(seconds=5 + int(rng.random() * 85))
        draw = Draw(rng, persona, self.brand.issuer, self.brand.region, happened.replace(microsecond=0), self.amounts)
        for name in self._names:
            if name in self.picks:
                draw.filled[name] = draw.one_of(self.picks[name])
            elif name in self.patterns:
                draw.filled[name] = slots.pattern(draw, self.patterns[name])
            elif name not in self.splits:
                draw.filled[name] = slots.SLOTS[name](draw)
        if self.splits:
            draw.filled.update(slots.split(_decimal(draw.filled["amount"]), self.splits))
        return draw.filled

    def expected(self, values: Mapping[str, Value]) -> Expected | None:
        truth = self.truth
        if truth is None:
            return None
        written = _write(self._truth.holes, values)
        currency = truth.currency or self.brand.currency
        return {
            "amount": decimal_text(_decimal(values["amount"]), currency),
            "currency": currency,
            "direction": truth.direction,
            "kind": truth.kind,
            "counterparty": _said(truth.counterparty, written),
            "account_last4": written[truth.account, ""] if truth.account else None,
            "occurred_at": _moment(values.get("date"), truth),
            "reference": _said(truth.reference, written),
        }

    @cached_property
    def _shown(self) -> tuple[tuple[str, str], ...]:
        """Every hole of the mail, written once however often it stands there."""
        return tuple(dict.fromkeys((*self._subject.holes, *self._text.holes, *self._html.holes)))

    def fill(self, values: Mapping[str, Value]) -> Filled:
        written = _write(self._shown, values)
        text = self._text.fill(written) if self.form != "html" else None
        html = None
        if self.form != "text":
            html = self._html.fill({hole: _escaped(value) for hole, value in written.items()})
        return Filled(self._subject.fill(written), text, html, text[:_PREVIEW] if text else self._preview.fill(written))

    def subject_of(self, values: Mapping[str, Value]) -> str:
        return self._subject.fill(_write(self._subject.holes, values))


def _write(holes: Sequence[tuple[str, str]], values: Mapping[str, Value]) -> dict[tuple[str, str], str]:
    return {(name, style): slots.written(values[name], style) for name, style in holes}


def _escaped(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _decimal(value: Value) -> Decimal:
    if not isinstance(value, Decimal):
        raise TypeError("an amount is a Decimal")
    return value


def _said(text: str | None, written: Mapping[tuple[str, str], str]) -> str | None:
    return Holes(text).fill(written) if text is not None else None


def _moment(at: Value | None, truth: Truth) -> str | None:
    if truth.when is None or not isinstance(at, datetime):
        return None
    if truth.when == "day":
        return at.date().isoformat()
    exact = at if truth.when == "second" else at.replace(second=0)
    return (exact if truth.zone else exact.replace(tzinfo=None)).isoformat(timespec="seconds")
