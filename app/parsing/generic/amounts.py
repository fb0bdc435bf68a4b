"""Which of a mail's amounts is the payment: labels, verbs beside it, the subject, and what it is not."""

import re
from dataclasses import dataclass, replace

from app.parsing.clean import Page
from app.parsing.generic.context import FUTURE, PROMOTION, is_stock, sentence_around
from app.parsing.generic.events import Event
from app.parsing.generic.pairs import Pair
from app.parsing.guards import conditional
from app.parsing.money import Money, currency_of, find_money
from app.parsing.numbers import parse_number

TOTAL, LABELLED, WITH_EVENT, INSTRUMENT, ALONE, IN_SUBJECT, AGAIN = 6.0, 5.0, 4.0, 3.5, 1.5, 3.0, 0.5
# "Visa ••4471 | $23.94": the line of a receipt that tells how it was paid.
PAID_BY = re.compile(
    r"^(?:paid (?:via|by|with|using)\b|payments?:?\b|visa|mastercard|amex|american express|apple pay|google pay|paypal|upi|credit card|debit card|card|wallet|cash)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """`start` is its place in the text, or -1 when it stands in the subject only."""

    money: Money
    score: float
    start: int
    sentence: str
    future: bool = False
    event: Event | None = None
    labelled: bool = False
    width: int = 0


def candidates(page: Page, pairs: list[Pair], events: list[Event], country: str | None) -> list[Candidate]:
    """Every amount that may be the payment, best first."""
    found = [*_labelled(page, pairs, events, country), *_in_text(page, pairs, events, country)]
    found.extend(_in_subject(page, country))
    values = [candidate.money.amount for candidate in found]
    subject = {money.amount for money in find_money(page.subject, country)}
    ranked = []
    for candidate in found:
        bonus = AGAIN * min(values.count(candidate.money.amount) - 1, 3)
        bonus += IN_SUBJECT if candidate.money.amount in subject and candidate.start >= 0 else 0
        ranked.append(replace(candidate, score=candidate.score + bonus))
    return sorted(ranked, key=lambda candidate: (-candidate.score, candidate.start if candidate.start >= 0 else 10**6))


def _labelled(page: Page, pairs: list[Pair], events: list[Event], country: str | None) -> list[Candidate]:
    offsets = _row_offsets(page)
    out = []
    for pair in pairs:
        if pair.field not in {"total", "amount"}:
            continue
        money = pair_money(pair, country)
        if money is None or money.amount <= 0:
            continue
        at = offsets[pair.row]
        score = TOTAL if pair.field == "total" else LABELLED
        future = FUTURE.search(f"{pair.label} {pair.value}") is not None
        before = [event for event in events if event.start <= at + len(pair.label)]
        event = next((event for event in before if not event.weak), before[0] if before else None)
        out.append(Candidate(money, score - at / 20_000, at, f"{pair.label}: {pair.value}", future, event, labelled=True))
    return out


def pair_money(pair: Pair, country: str | None) -> Money | None:
    money = next(find_money(pair.value, country), None)
    if money is not None or len(pair.value) > 40:
        return money
    # The currency may stand in the label alone, as in «Amount (THB)».
    inside = pair.label.rpartition("(")[2].strip(") ").split()
    currency = currency_of(inside[0], country)[0] if inside and "(" in pair.label else None
    value = parse_number(pair.value, currency) if currency else None
    return Money(value, currency, 0, len(pair.value)) if value and currency else None


def _in_text(page: Page, pairs: list[Pair], events: list[Event], country: str | None) -> list[Candidate]:
    text = page.text
    ignored = [(offset, offset + len(" ".join(page.lines[row]))) for row, offset in _ignored_rows(page, pairs)]
    out = []
    previous = 0
    for money in find_money(text, country):
        before, previous = previous, money.end
        if money.amount <= 0 or any(left <= money.start < right for left, right in ignored):
            continue
        if is_stock(text, money.start, money.end, before):
            continue
        left, right = sentence_around(text, money.start, money.end)
        sentence = text[left:right].strip()
        event = _event_of(events, left, right)
        alone = len(sentence) - (money.end - money.start) < 8
        if conditional(text, money.start) or PROMOTION.search(sentence):
            continue
        score = (
            (WITH_EVENT if event else INSTRUMENT if PAID_BY.match(sentence) and len(sentence) < 70 else 0.0)
            + (ALONE if alone else 0.0)
            - money.start / 20_000
        )
        out.append(
            Candidate(
                money, score, money.start, sentence, FUTURE.search(sentence) is not None, event, width=money.end - money.start
            )
        )
    return out


def _ignored_rows(page: Page, pairs: list[Pair]) -> list[tuple[int, int]]:
    offsets = _row_offsets(page)
    rows = {
        pair.row for pair in pairs if pair.field == "ignore" and any(cell.startswith(pair.label) for cell in page.lines[pair.row])
    } - {pair.row for pair in pairs if pair.field in {"total", "amount"}}
    extended = rows | {
        pair.row + 1
        for pair in pairs
        if pair.field == "ignore" and pair.row + 1 < len(page.lines) and page.lines[pair.row][-1] == pair.label
    }
    return [(row, offsets[row]) for row in sorted(extended)]


def _event_of(events: list[Event], left: int, right: int) -> Event | None:
    """The first verb of the sentence is the user's ("debited …; X credited"); a word for either way only stands in for one."""
    inside = [event for event in events if left <= event.start < right]
    return next((event for event in inside if not event.weak), inside[0] if inside else None)


def _in_subject(page: Page, country: str | None) -> list[Candidate]:
    subject = page.subject
    out = []
    previous = 0
    for money in find_money(subject, country, limit=3):
        before, previous = previous, money.end
        if money.amount > 0 and not is_stock(subject, money.start, money.end, before) and not PROMOTION.search(subject):
            out.append(Candidate(money, 2.0, -1, subject, FUTURE.search(subject) is not None))
    return out


def _row_offsets(page: Page) -> list[int]:
    offsets, at = [], 0
    for row in page.lines:
        offsets.append(at)
        at += sum(len(cell) for cell in row) + len(row)
    return offsets
