"""Verbs and nouns of money that moved: which way, and of what kind, in the words of many languages. Matched in lower case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.transaction import Direction, Kind
from app.parsing.generic.verbs_asia import ASIA
from app.parsing.generic.verbs_english import ENGLISH
from app.parsing.generic.verbs_europe import EUROPE
from app.parsing.guards import conditional

EVENTS = (*ENGLISH, *EUROPE, *ASIA)
COMPILED = tuple(
    (trigger.lstrip("~"), re.compile(pattern or re.escape(trigger.lstrip("~"))), direction, kind, trigger[0] == "~")
    for trigger, pattern, direction, kind in EVENTS
)
# Nouns that only name a product: "Interest Checking account", "debit card", "Payment method".
NOT_EVENTS = re.compile(
    r"\b(?:debit|credit) card|credit limit|credit line|payment (?:method|mode|type|id|due)|purchase (?:protection|limit)|refund policy|deposits? (?:are|is|insured|insurance|protected)|(?:fixed|term|recurring|time|option|security) dep(?:osit)?s?\b|transaction (?:fee|id|ref|reference|number|date|time|limit|cost|details)"
)


@dataclass(frozen=True, slots=True)
class Event:
    """`weak`: a noun or verb that goes with either direction ("payment of … has been credited")."""

    start: int
    end: int
    direction: Direction
    kind: Kind | None
    weak: bool = False


def find_events(lowered: str) -> Iterator[Event]:
    """Asserted events in reading order; of two that start together only the longer."""
    found: list[Event] = []
    for trigger, pattern, direction, kind, weak in COMPILED:
        if trigger in lowered:
            found.extend(
                Event(hit.start(), hit.end(), direction, kind, weak)
                for _, hit in zip(range(12), pattern.finditer(lowered), strict=False)
            )
    found.sort(key=lambda event: (event.start, -event.end))
    nouns = [span.span() for span in NOT_EVENTS.finditer(lowered)]
    end = -1
    for event in found:
        if any(left == event.start or left < event.start < right >= event.end for left, right in nouns):
            continue
        if event.start >= end and not conditional(lowered, event.start):
            end = event.end
            yield event
