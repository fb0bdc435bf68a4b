"""How a sentence is looked for in a text, and what its filled holes make: a transaction, or none."""

import re
from collections.abc import Iterable, Iterator
from datetime import time

from app.domain.transaction import Direction, Kind, Moment, Transaction
from app.parsing.clean import Page
from app.parsing.sentences import compile_sentence, outline
from app.parsing.slots import SLOTS, Draft, Reader
from app.parsing.tables import Pair

# Bounds for text made to be slow: how often on end a fixed word is looked at in vain, how many sentences are found, and how far one goes on behind it.
MOST_PLACES = 6
MOST_TOLD = 100
LONGEST_SENTENCE = 700


class TooManyError(ValueError):
    """More payments in one mail than are read: some would be left out in silence."""


def places(sentence: str, text: str, lowered: str) -> Iterator[re.Match[str]]:
    """Matches around the fixed word; elsewhere there can be none, and looking there costs most of the time. Raises TooManyError."""
    known = outline(sentence)
    needle = known.needle
    at = lowered.find(needle)
    if at < 0 or not all(word in lowered for word in known.others):
        return
    # A few letters grow when lowered: the Turkish dotted I.
    grown = len(lowered) - len(text)
    before = known.reach + grown
    pattern = compile_sentence(sentence)
    told = missed = 0
    while missed < MOST_PLACES:
        found = pattern.search(text, max(0, at - before), at + LONGEST_SENTENCE)
        # The sentence before this one is near enough to be found again.
        while found and found.end() <= at - grown:
            found = pattern.search(text, found.end(), at + LONGEST_SENTENCE)
        if found and told == MOST_TOLD:
            raise TooManyError(sentence)
        if found:
            told, missed = told + 1, 0
            yield found
        else:
            missed += 1
        # The word may stand twice in the sentence.
        at = lowered.find(needle, max(at + len(needle), found.end() if found else 0))
        if at < 0:
            return


def add(also: tuple[str, ...], page: Page, lowered: str, reader: Reader, draft: Draft) -> None:
    for sentence in also:
        known = outline(sentence)
        # Its fixed words stand beside each other, in the text or in the subject: without them no pattern is tried.
        if known.needle not in lowered and known.needle not in page.subject.lower():
            continue
        pattern = compile_sentence(sentence)
        if found := pattern.search(page.text) or pattern.search(page.subject):
            for hole, value in zip(known.holes, found.groups(), strict=True):
                if value is not None:
                    SLOTS[hole].convert(value, reader, draft)


def finish(draft: Draft, direction: Direction, kind: Kind, counterparty: str | None = None) -> Transaction | None:
    currency = draft.unit or draft.currency
    if draft.amount is None or currency is None or draft.refused:
        return None
    return Transaction(
        amount=draft.amount,
        currency=currency,
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


def fill(pairs: Iterable[Pair], reader: Reader, draft: Draft) -> list[Pair]:
    """The first value of each hole that its converter takes."""
    taken: dict[str, str] = {}
    for hole, value in pairs:
        if hole not in taken and SLOTS[hole].convert(value, reader, draft):
            taken[hole] = value
    return list(taken.items())


def same_payment(one: Transaction, other: Transaction) -> bool:
    """Whether two tables tell of one payment: under one reference, or all alike but for the currency it is told in."""
    if one.reference and other.reference:
        return one.reference == other.reference
    alike = one.occurred == other.occurred and one.counterparty == other.counterparty
    return alike and (one.amount == other.amount or one.currency != other.currency)


def nth_place(text: str, value: str, before: int) -> int:
    """The place of the value behind as many others of it; of the last there is where it stands more seldom."""
    at = text.find(value)
    for _ in range(before):
        further = text.find(value, at + 1)
        at = further if further >= 0 else at
    return at
