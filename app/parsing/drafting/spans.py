"""What in a mail's text is a value and no wording."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.transaction import Transaction
from app.parsing.dates import find_moments
from app.parsing.money import currency_of, find_money
from app.parsing.slots import Reader

VPA = re.compile(r"[\w.\-]{2,60}@[a-z][\w.\-]{1,40}", re.I)
# Signs with a meaning in a sentence, and whatever holds a digit: it will be another one in the next mail.
OTHERS = (re.compile(r"\S{0,60}[\[\]{}|]\S{0,60}"), re.compile(r"[^\s.,;:()]{0,40}\d[^\s.,;()]{0,40}"))
# Words in capitals side by side are somebody's name, where the reader found none; some are the trade's own.
WORD = re.compile(r"[^\W_]{2,}")
BETWEEN = re.compile(r"[ &'.\-]{1,3}")
TRADE = frozenset(
    "UPI VPA ATM POS NEFT IMPS RTGS IBAN SWIFT PIN OTP SMS ID UTR RRN ACH ECS NACH EMI PIX SPEI REF NO TXN MCC".split()
)
YEAR = re.compile(r"[-/]?\d{2,4}\b")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the mail before it is drafted: what was read of it, how its sender writes, whose it is."""

    told: Transaction
    reader: Reader
    owner: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int
    hole: str


def spans(text: str, known: Known) -> list[Span]:
    """What in the text is a value and no wording, the certain first; none overlaps another."""
    taken: list[Span] = []
    for span in _candidates(text, known):
        if all(span.end <= other.start or span.start >= other.end for other in taken):
            taken.append(span)
    return sorted(taken, key=lambda span: span.start)


def _candidates(text: str, known: Known) -> Iterator[Span]:
    told, reader = known.told, known.reader
    once = {"amount": False, "vpa": False, "date": False}
    for money in find_money(text, reader.country):
        mine = money.amount == told.amount and not once["amount"]
        once["amount"] = once["amount"] or mine
        yield Span(money.start, money.end, "amount" if mine else "balance")
    for found in find_moments(text, reader.dates):
        year = YEAR.match(text, found.end)
        told_at = text[found.start : year.end() if year else found.end].rstrip(" ,.")
        hole = "words" if once["date"] else "datetime" if found.moment.at else "date"
        yield Span(found.start, found.start + len(told_at), hole)
        once["date"] = True
    for address in VPA.finditer(text):
        yield Span(*address.span(), "word" if once["vpa"] else "vpa")
        once["vpa"] = True
    for hole, value in (("counterparty", told.counterparty), ("reference", told.reference)):
        places = re.finditer(re.escape(value), text) if value else ()
        yield from (Span(*place.span(), "words" if number else hole) for number, place in enumerate(places))
    if told.account_last4 and (masked := re.search(rf"(?:(?<!\w)[\dXx*•.#][\dXx*•.#\- ]{{0,28}})?{told.account_last4}\b", text)):
        yield Span(*masked.span(), "account")
    if not (told.counterparty and told.counterparty in text) and (capitals := next(_names(text, reader), None)):
        yield Span(*capitals, "counterparty")
    for name in known.owner:
        yield from (Span(*found.span(), "words") for found in re.finditer(rf"\b{re.escape(name)}\b", text, re.I))
    for pattern in OTHERS:
        for other in pattern.finditer(text):
            yield Span(*other.span(), "word")


def _names(text: str, reader: Reader) -> Iterator[tuple[int, int]]:
    """Runs of two and more words in capitals that are no words of the trade and no currencies."""
    run: list[re.Match[str]] = []
    for word in WORD.finditer(text):
        joined = bool(run) and BETWEEN.fullmatch(text, run[-1].end(), word.start()) is not None
        capital = word.group().isupper() and word.group() not in TRADE and currency_of(word.group(), reader.country)[0] is None
        if run and not (capital and joined):
            if len(run) > 1:
                yield run[0].start(), run[-1].end()
            run = []
        if capital:
            run.append(word)
    if len(run) > 1:
        yield run[0].start(), run[-1].end()


def without_names(text: str, known: Known) -> str:
    for name in (known.told.counterparty, *known.owner):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "Sample Traders", text, flags=re.I) if name else text
    return text


def personal(text: str, known: Known) -> bool:
    return without_names(text, known) != text
