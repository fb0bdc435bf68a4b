"""Where in a mail the values of a transaction stand. Found again after the reading, so that reading costs nothing more.

Of several places that show the same value the one nearest to the amount counts.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.transaction import Moment, Transaction
from app.parsing.clean import Page, lower
from app.parsing.dates import DateContext, find_moments
from app.parsing.formats import Trace
from app.parsing.generic.events import find_events
from app.parsing.money import find_money
from app.parsing.numbers import NUMBER, parse_number

Span = tuple[int, int]
# Where a value was taken from. `hole`, a format's own; `declared` by it; beside a `label`; in a `sentence` of the text; in the
# `subject`; by a `verb`; from the `sender`; `inferred` from country, time of receipt or the rest of the mail.
HOLE, DECLARED, LABEL, SENTENCE, SUBJECT, VERB, SENDER, INFERRED = "hole", "declared", "label", "sentence", "subject", "verb", "sender", "inferred"  # fmt: skip
FIELDS: Final = ("amount", "currency", "direction", "kind", "counterparty", "account_last4", "occurred_at", "reference")
# The holes of formats that fill each field.
FILLS = {
    "amount": ("amount", "number"),
    "counterparty": ("counterparty", "merchant", "narration", "vpa", "words"),
    "account_last4": ("account",),
    "occurred_at": ("datetime", "date", "monthday", "today", "time"),
    "reference": ("reference", "fallback", "narration"),
}


BARE_NUMBER = re.compile(rf"(?<![\w.,]){NUMBER}(?![\w%])")


@dataclass(frozen=True, slots=True)
class Evidence:
    """`start` and `end` are places in the page's `where`, `text` or `subject`; both are None for what stands nowhere."""

    field: str
    origin: str
    where: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """A page, and what is needed to recognise the values of a transaction on it."""

    page: Page
    told: Transaction
    country: str | None
    dates: DateContext
    sender: str


def evidence_of(looked: Looked, trace: Trace | None) -> list[Evidence]:
    """One piece for each field the transaction has, in the order of FIELDS."""
    anchor = _place(looked, trace, "amount", _money_spans, 0)
    near = anchor.start if anchor.start is not None and anchor.where == "text" else 0
    found = {
        "amount": anchor,
        "currency": _currency(looked, anchor),
        "direction": _direction(looked, trace, near),
        "kind": Evidence("kind", DECLARED if trace else INFERRED),
        "counterparty": _place(looked, trace, "counterparty", _name_spans, near),
        "account_last4": _place(looked, trace, "account_last4", _account_spans, near),
        "occurred_at": _place(looked, trace, "occurred_at", _moment_spans, near),
        "reference": _place(looked, trace, "reference", _reference_spans, near),
    }
    told = looked.told
    has = {"counterparty": told.counterparty, "account_last4": told.account_last4, "occurred_at": told.occurred, "reference": told.reference}  # fmt: skip
    return [found[field] for field in FIELDS if has.get(field, True)]


Finder = Callable[[Looked, str], Iterator[Span]]


def _place(looked: Looked, trace: Trace | None, field: str, spans: Finder, near: int) -> Evidence:
    holes = _holes(trace, FILLS[field]) if trace else []
    if trace and holes:
        return Evidence(field, HOLE, trace.where, holes[0][0], holes[-1][1] if field == "occurred_at" else holes[0][1])
    text = looked.page.text
    if inside := list(spans(looked, text)):
        start, end = min(inside, key=lambda span: (abs(span[0] - near), span[0]))
        # A finder may look one word too far.
        end = start + len(text[start:end].partition("\n")[0].rstrip())
        return Evidence(field, LABEL if _labelled(text, start) else SENTENCE, "text", start, end)
    if subject := next(spans(looked, looked.page.subject), None):
        return Evidence(field, SUBJECT, "subject", *subject)
    if field == "counterparty" and _squashed(looked.told.counterparty or "") in _squashed(looked.sender):
        return Evidence(field, SENDER)
    return Evidence(field, DECLARED if trace and field == "counterparty" else INFERRED)


def _holes(trace: Trace, wanted: Sequence[str]) -> list[Span]:
    """The spans of the first of these holes that is filled; a date and its time together when they stand side by side."""
    by_hole = {hole: (start, end) for hole, start, end in reversed(trace.spans)}
    filled = [by_hole[hole] for hole in wanted if hole in by_hole]
    if not filled:
        return []
    first, *others = filled
    beside = [span for span in others if wanted[0] == "datetime" and 0 <= span[0] - first[1] <= 40]
    return [first, *beside[-1:]]


def _labelled(text: str, start: int) -> bool:
    """Whether the value is the first behind a colon, or a line of its own below a short one."""
    line = text.rfind("\n", 0, start) + 1
    before = text[line:start].strip()
    if before:
        return before.endswith((":", "】")) or (len(before) < 26 and not re.search(r"[.!?]", before) and len(before.split()) <= 3)
    above = text[text.rfind("\n", 0, max(0, line - 1)) + 1 : max(0, line - 1)].strip()
    return 0 < len(above) < 40 and not above.endswith((".", "!", "?"))


def _money_spans(looked: Looked, text: str) -> Iterator[Span]:
    """With its currency; where that is printed elsewhere, the bare number."""
    told = looked.told
    found = [one for one in find_money(text, looked.country) if (one.amount, one.currency) == (told.amount, told.currency)]
    yield from ((one.start, one.end) for one in found)
    if not found:
        numbers = (one for one in BARE_NUMBER.finditer(text) if parse_number(one.group(), told.currency) == told.amount)
        yield from (one.span() for one in numbers)


def _currency(looked: Looked, amount: Evidence) -> Evidence:
    """Printed with the amount, or inferred from the sender's country."""
    if amount.start is None or amount.where is None:
        return Evidence("currency", INFERRED)
    text = looked.page.text if amount.where == "text" else looked.page.subject
    money = next(find_money(text[amount.start : amount.end], looked.country), None)
    exact = money is not None and money.exact and money.currency == looked.told.currency
    return Evidence("currency", amount.origin if exact else INFERRED, amount.where, amount.start, amount.end)


def _direction(looked: Looked, trace: Trace | None, near: int) -> Evidence:
    if trace:
        whole = trace.whole or (None, None)
        return Evidence("direction", DECLARED, trace.where if trace.whole else None, *whole)
    text = looked.page.text
    events = [one for one in find_events(lower(text)) if one.direction is looked.told.direction]
    if events:
        event = min(events, key=lambda one: (abs(one.start - near), one.start))
        return Evidence("direction", VERB, "text", event.start, event.end)
    for event in find_events(lower(looked.page.subject)):
        if event.direction is looked.told.direction:
            return Evidence("direction", VERB, "subject", event.start, event.end)
    return Evidence("direction", INFERRED)


def _name_spans(looked: Looked, text: str) -> Iterator[Span]:
    words = (looked.told.counterparty or "").split()
    if words:
        pattern = r"(?<!\w)" + r"\s{1,3}".join(re.escape(word) for word in words) + r"(?!\w)"
        yield from (found.span() for found in re.finditer(pattern, text, re.I))


def _account_spans(looked: Looked, text: str) -> Iterator[Span]:
    """Where it is masked; when it nowhere is, wherever its digits end a number."""
    digits = re.escape(looked.told.account_last4 or "")
    masked = [found.span() for found in re.finditer(rf"\d{{0,6}}[Xx*•.#]{{1,20}}\d{{0,12}}{digits}(?!\d)", text)]
    yield from masked or (found.span() for found in re.finditer(rf"\d{{0,16}}{digits}(?!\d)", text))


def _reference_spans(looked: Looked, text: str) -> Iterator[Span]:
    yield from (found.span() for found in re.finditer(re.escape(looked.told.reference or ""), text))


def _moment_spans(looked: Looked, text: str) -> Iterator[Span]:
    """Places of the whole moment; when there are none, of its day."""
    wanted = looked.told.occurred
    found = list(find_moments(text, looked.dates))
    exact = [one for one in found if one.moment == wanted]
    yield from ((one.start, one.end) for one in exact or [one for one in found if _same_day(one.moment, wanted)])


def _same_day(left: Moment, right: Moment | None) -> bool:
    return right is not None and left.on == right.on


def _squashed(text: str) -> str:
    return re.sub(r"[\W_]", "", text.lower()) or " "
