"""The table of a mail as a layout with its sample."""

import re
from collections.abc import Iterator

from app.parsing.clean import Page
from app.parsing.dates import find_moments
from app.parsing.drafting.inventing import invented, turned
from app.parsing.drafting.spans import Known, personal, without_names
from app.parsing.formats import Layout, Sample
from app.parsing.money import find_money

GREETING = re.compile(
    r"\b(?:dear|hi|hello|hola|ol[áa]|estimad\w{1,4}|apreciad\w{1,4}|bonjour|hallo|sehr|sayın|yth|kia ora|thank you|thanks)\b|様$",
    re.I,
)

# A number, a sum, a clause, a sentence.
NO_LABEL = re.compile(r"\d{3}|[$€£₹]\s?\d|,|[.!?]\s|[。！？]")
# A line that is a label and its value by itself is no value of the line above.
LABELLED = re.compile(r"[^:\d]{1,40}:\s*\S")


def draft_layout(page: Page, known: Known) -> Layout | None:
    labels: dict[str, str] = {}
    rows: list[str] = []
    first = len(page.lines)
    for number, label, value in _pairs(page):
        hole = _hole_of(value, known)
        if hole and hole not in labels.values() and label not in labels and not personal(label, known):
            labels[label] = hole
            rows.append(f"{label} | {without_names(invented(hole, value), known)}")
            first = min(first, number)
    if "amount" not in labels.values() or len(labels) < 2:
        return None
    before = (" ".join(row) for row in page.lines[:first][::-1])
    when = next((line for line in before if _telling(line) and not personal(line, known)), None)
    subject = "" if when else without_names(turned(page.subject), known)
    when = when or max(re.split(r"\s*\S*[\d$€£₹]\S*\s*|Sample Traders", subject), key=len)
    sample = Sample("\n".join([*([] if subject else [when]), *rows]), "", subject=subject)
    return Layout("draft", known.told.direction, when.lower().replace("’", "'").strip(" .:!"), labels, known.told.kind, sample)


def _pairs(page: Page) -> Iterator[tuple[int, str, str]]:
    """(line, label, value): side by side, behind a colon, under a header row, or one below the other."""
    for number, cells in enumerate(page.lines):
        below = page.lines[number + 1] if number + 1 < len(page.lines) else ()
        filled = [cell.strip(": ") for cell in cells if cell.strip(": ")]
        if len(filled) > 2 and len(below) == len(filled):
            yield from ((number, label, value) for label, value in zip(filled, below, strict=True))
        elif len(filled) == 2 and _is_label(filled[0]):
            yield number, filled[0], filled[1]
        elif len(filled) == 1 and 0 < (colon := cells[0].find(":")) <= 40 and cells[0][colon + 1 :].strip():
            yield number, cells[0][:colon].strip(), cells[0][colon + 1 :].strip()
        elif len(filled) == 1 and len(below) == 1 and _is_label(filled[0]) and not LABELLED.match(below[0]):
            yield number, filled[0], below[0]


def _is_label(text: str) -> bool:
    return len(text) <= 40 and not NO_LABEL.search(text) and not GREETING.search(text)


def _hole_of(value: str, known: Known) -> str | None:
    told, reader = known.told, known.reader
    if any(money.amount == told.amount for money in find_money(value, reader.country)):
        return "amount"
    if told.counterparty and told.counterparty == value:
        return "counterparty"
    if told.reference and told.reference in value:
        return "reference"
    if moment := next(find_moments(value, reader.dates), None):
        return "datetime" if moment.moment.at else "date"
    return "account" if told.account_last4 and value.endswith(told.account_last4) else None


def _telling(line: str) -> bool:
    return 3 <= len(line.split()) <= 16 and not re.search(r"\d|@", line) and not GREETING.search(line)
