"""A format is an issuer's own sentence with typed holes; a layout is its table of labels; a notice is a sentence after which no money moved."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from types import MappingProxyType

from app.domain.transaction import Direction, Kind, Transaction
from app.parsing.clean import Page
from app.parsing.matching import add, fill, finish, nth_place, places, same_payment
from app.parsing.sentences import HOLE, FormatError, check_sentence, outline
from app.parsing.slots import SLOTS, Draft, Reader
from app.parsing.tables import Pair, label_key, labelled, tables_of

OUT, IN = Direction.DEBIT, Direction.CREDIT


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
class Trace:
    """Where a format found its values: offsets into the page's text or its subject, and of the whole sentence where it is one."""

    where: str
    spans: tuple[tuple[str, int, int], ...]
    whole: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Format:
    """One sentence. White space matches any white space, letters match either case; `[a|b]` are alternatives, `[a]` and `[a|b|]` may be missing.

    `where` is `text` or `subject`. `counterparty` stands for a payee the sentence need not name (the brand of a receipt);
    `also` are sentences that may stand beside the main one and only add to it. `seen`: a labelled mail of the issuer reads by it;
    without one the wording is taken on trust, and its readings say so.
    """

    name: str
    direction: Direction
    sentence: str
    kind: Kind = Kind.OTHER
    sample: Sample | None = None
    where: str = "text"
    counterparty: str | None = None
    also: tuple[str, ...] = ()
    seen: bool = False

    def __post_init__(self) -> None:
        for sentence in (self.sentence, *self.also):
            check_sentence(sentence)
        if not outline(self.sentence).needle:
            raise FormatError(f"{self.name}: no fixed word to look for in {self.sentence!r}")
        if not {"amount", "number"} & {hole for one in (self.sentence, *self.also) for hole in HOLE.findall(one)}:
            raise FormatError(f"{self.name}: a format needs an amount")

    def read(self, page: Page, lowered: str, reader: Reader) -> Transaction | None:
        return next(self._told(page, lowered, reader), None)

    def read_all(self, page: Page, lowered: str, reader: Reader) -> tuple[Transaction, ...]:
        """One for each place where the sentence tells of another payment; said twice it is one. Raises TooManyError."""
        return tuple(self._told(page, lowered, reader))

    def _told(self, page: Page, lowered: str, reader: Reader) -> Iterator[Transaction]:
        first = True
        for _, draft in self._payments(page, lowered, reader):
            if first:
                add(self.also, page, lowered, reader, draft)
            if payment := finish(draft, self.direction, self.kind, self.counterparty):
                yield payment
            elif first:
                break
            first = False

    def trace(self, page: Page, lowered: str, reader: Reader, line: int = 0) -> Trace | None:
        """Of the first payment, or of the one that far behind it."""
        found = next(islice(self._payments(page, lowered, reader), line, None), None)
        if found is None:
            return None
        match, holes = found[0], outline(self.sentence).holes
        spans = tuple((hole, *match.span(at)) for at, hole in enumerate(holes, 1) if match[at] is not None)
        return Trace(self.where, spans, match.span())

    def _payments(self, page: Page, lowered: str, reader: Reader) -> Iterator[tuple[re.Match[str], Draft]]:
        """The first place of the sentence, and further ones with another sum or another reference."""
        seen: set[tuple[object, ...]] = set()
        end = -1
        for match, draft in self._every(page, lowered, reader):
            own = (draft.amount, draft.reference)
            if not seen or (match.start() >= end and own not in seen and draft.amount is not None and not draft.refused):
                seen.add(own)
                end = match.end()
                yield match, draft

    def _every(self, page: Page, lowered: str, reader: Reader) -> Iterator[tuple[re.Match[str], Draft]]:
        text, low = (page.text, lowered) if self.where == "text" else (page.subject, page.subject.lower().replace("’", "'"))
        holes = outline(self.sentence).holes
        for found in places(self.sentence, text, low):
            draft = Draft()
            filled = zip(holes, found.groups(), strict=True)
            if all(value is None or SLOTS[hole].convert(value, reader, draft) for hole, value in filled):
                yield found, draft


@dataclass(frozen=True, slots=True)
class Layout:
    """A table: the label as printed (without colon) → the hole its value fills, and sentences that stand beside the table.

    Each part of `when` (parted by `&&`) must stand in the text or the subject, in either case. A label whose hole is `status`
    must tell of success; holes in `needs` must be filled, so that a statement with the same labels is not taken for a payment.
    """

    name: str
    direction: Direction
    when: str
    labels: Mapping[str, str]
    kind: Kind = Kind.OTHER
    sample: Sample | None = None
    counterparty: str | None = None
    also: tuple[str, ...] = ()
    seen: bool = False
    needs: tuple[str, ...] = ()
    whens: tuple[str, ...] = field(init=False, repr=False, compare=False)
    table: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for hole in self.labels.values():
            if hole not in SLOTS:
                raise FormatError(f"{self.name}: no slot is called {hole!r}")
        for sentence in self.also:
            check_sentence(sentence)
        beside = {hole for sentence in self.also for hole in HOLE.findall(sentence)}
        if not {"amount", "number"} & {*self.labels.values(), *beside}:
            raise FormatError(f"{self.name}: a layout needs an amount")
        object.__setattr__(self, "whens", tuple(part.strip().lower() for part in self.when.split("&&")))
        object.__setattr__(self, "table", MappingProxyType({label_key(label): hole for label, hole in self.labels.items()}))

    def read(self, page: Page, lowered: str, reader: Reader) -> Transaction | None:
        subject = page.subject.lower().replace("’", "'")
        if not all(part in lowered or part in subject for part in self.whens):
            return None
        draft = Draft()
        filled = {hole for hole, _ in fill(labelled(page, self.table), reader, draft)}
        if not filled.issuperset(self.needs):
            return None
        add(self.also, page, lowered, reader, draft)
        return finish(draft, self.direction, self.kind, self.counterparty)

    def read_all(self, page: Page, lowered: str, reader: Reader) -> tuple[Transaction, ...]:
        """One for each table below the other with another payment in it; what stands twice is one."""
        told = self.read(page, lowered, reader)
        if told is None:
            return ()
        several = tuple(payment for payment, _ in self._several(page, lowered, reader))
        return several if len(several) > 1 else (told,)

    def trace(self, page: Page, lowered: str, reader: Reader, line: int = 0) -> Trace | None:
        if self.read(page, lowered, reader) is None:
            return None
        several = [filled for _, filled in self._several(page, lowered, reader)]
        filled = several if len(several) > 1 else [fill(labelled(page, self.table), reader, Draft())]
        if line >= len(filled):
            return None
        spans = []
        for hole, value in filled[line]:
            before = sum((hole, value) in other for other in filled[:line])
            if (at := nth_place(page.text, value, before)) >= 0:
                spans.append((hole, at, at + len(value)))
        return Trace("text", tuple(spans), None)

    def _several(self, page: Page, lowered: str, reader: Reader) -> list[tuple[Transaction, list[Pair]]]:
        """The payments of all tables with what fills each; none of them where one is no payment."""
        several: list[tuple[Transaction, list[Pair]]] = []
        for pairs in tables_of(page, self.table):
            draft = Draft()
            add(self.also, page, lowered, reader, draft)
            # A sentence beside the tables may tell of both, but has the number of one.
            draft.amount = draft.currency = None
            draft.reference = None if several else draft.reference
            filled = fill(pairs, reader, draft)
            payment = finish(draft, self.direction, self.kind, self.counterparty)
            if payment is None or not {hole for hole, _ in filled}.issuperset(self.needs):
                return []
            if not any(same_payment(payment, other) for other, _ in several):
                several.append((payment, filled))
        return several


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence of the issuer after which no money has moved; `reason` is a code of `guards`, `sample` a text that says it."""

    reason: str
    sentence: str
    sample: str = ""
    where: str = "text"

    def __post_init__(self) -> None:
        check_sentence(self.sentence)

    def says(self, page: Page, lowered: str) -> bool:
        text, low = (page.text, lowered) if self.where == "text" else (page.subject, page.subject.lower().replace("’", "'"))
        return any(True for _ in places(self.sentence, text, low))


@dataclass(frozen=True, slots=True)
class Issuer:
    """`domains` send for it, their sub-domains included; `country` settles `$` and the order of day and month.

    A `shop` also sends orders and offers: only its formats are believed more than a stranger's words.
    """

    key: str
    name: str
    domains: tuple[str, ...]
    country: str
    currency: str
    formats: tuple[Format | Layout, ...] = ()
    notices: tuple[Notice, ...] = ()
    month_first: bool = False
    aliases: tuple[str, ...] = ()
    shop: bool = False
