"""Verbs and nouns of money that moved: which way, and of what kind, in the words of many languages. Matched in lower case."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from app.domain.transaction import Direction, Kind
from app.parsing.generic.verb import Verb
from app.parsing.generic.verbs_asia import ASIA
from app.parsing.generic.verbs_duties import ASIAN_DUTIES, ENGLISH_DUTIES, EUROPEAN_DUTIES
from app.parsing.generic.verbs_english import ENGLISH
from app.parsing.generic.verbs_europe import EUROPE
from app.parsing.generic.verbs_forms import ASIAN_FORMS, ENGLISH_FORMS, EUROPEAN_FORMS
from app.parsing.generic.verbs_rest import REST
from app.parsing.generic.verbs_wallets import WALLETS
from app.parsing.guards import conditional
from app.parsing.lexicon import Lexicon, Triggers, hits
from app.parsing.needles import Needles
from app.parsing.phrases import alternatives, needle

# A word shorter than this stands in too many others to be looked for alone.
SHORTEST = 2
MOST_HITS = 12
Compiled = tuple[re.Pattern[str], Direction, Kind | None, bool]


def _compiled(verbs: Iterable[Verb]) -> Triggers[Compiled]:
    return Triggers(
        (
            (key, (re.compile(phrase), direction, kind, trigger[0] == "~"))
            for trigger, pattern, direction, kind in verbs
            for key, phrase in _phrases(trigger.removeprefix("~"), pattern)
        ),
        itemgetter(0),
    )


def _phrases(trigger: str, pattern: str | None) -> Iterator[tuple[str, str]]:
    """The pattern under its trigger; alternatives that can stand without that word each under a word of their own."""
    word = trigger.removeprefix("*")
    if pattern is None:
        yield trigger, re.escape(word)
        return
    inside: list[str] = []
    outside: list[str] = []
    for phrase in alternatives(pattern):
        (inside if word in phrase or len(needle(phrase).strip()) < SHORTEST else outside).append(phrase)
    if inside:
        yield trigger, "|".join(inside)
    yield from ((_own_trigger(phrase), phrase) for phrase in outside)


def _own_trigger(phrase: str) -> str:
    """What the phrase cannot do without; found faster where it begins a word."""
    word = needle(phrase).strip()
    return word if phrase.removeprefix(r"\b").removeprefix("(?:").startswith(word) and phrase.startswith(r"\b") else f"*{word}"


HERE, EVERYWHERE = (
    _compiled((*ENGLISH, *ENGLISH_FORMS, *ENGLISH_DUTIES, *WALLETS, *ASIA, *ASIAN_FORMS, *ASIAN_DUTIES)),
    _compiled(
        (
            *(*ENGLISH, *ENGLISH_FORMS, *ENGLISH_DUTIES, *WALLETS),
            *(*EUROPE, *EUROPEAN_FORMS, *EUROPEAN_DUTIES),
            *(*ASIA, *ASIAN_FORMS, *ASIAN_DUTIES, *REST),
        )
    ),
)
# Small words by which a text shows its language, so that the verbs of others need not be looked for.
FEWEST_ENGLISH = 3
ENGLISH_WORDS = (" your ", " the ", " you ", " has ", " was ", " for ")
EUROPEAN_WORDS = (
    *" de | la | el | en | su | tu | por | con | le | les | du | des | une | vous | votre | der | die | das | und | von | mit | ihr| il | di | del | hai | per | het | een | van | je | och | och| og | til | till | på | har | med | kr | w | na | z | za | do | u | v | se | o | da | no | em | seu | para | și | cu | és | az | и | в | на | τ| ve | bir | ile | i ".split("|"),
    "ı", "ę", "ő", "ů",
)  # fmt: skip


LANGUAGES = Needles([*ENGLISH_WORDS, *EUROPEAN_WORDS])


def _vocabulary(lowered: str) -> Triggers[Compiled]:
    """Of two lists that share no word, the first few are English."""
    present = LANGUAGES.present(lowered)
    english = len(present) >= FEWEST_ENGLISH and present[-1] < len(ENGLISH_WORDS)
    return HERE if english else EVERYWHERE


# Nouns that only name a product: "Interest Checking account", "debit card", "Payment method".
PRODUCTS = r"\b(?:debit|credit) card|credit limit|credit line|payment (?:method|mode|type|id|due)|purchase (?:protection|limit)|refund policy|deposits? (?:are|is|insured|insurance|protected)|(?:fixed|term|recurring|time|option|security) dep(?:osit)?s?\b|transaction (?:fee|id|ref|reference|number|date|time|limit|cost|details)"
NOT_EVENTS = Lexicon(PRODUCTS)


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
    end = -1
    for event in _asserted(sorted(_mentioned(lowered), key=lambda event: (event.start, -event.end)), lowered):
        if event.start >= end:
            end = event.end
            yield event


def any_event(lowered: str) -> bool:
    """Whether there is one: the first that is asserted will do."""
    return any(True for _ in _asserted(_mentioned(lowered), lowered))


def _mentioned(lowered: str) -> Iterator[Event]:
    for trigger, (pattern, direction, kind, weak) in _vocabulary(lowered).present(lowered):
        for start, end in islice(hits(trigger, pattern, lowered), MOST_HITS):
            yield Event(start, end, direction, kind, weak)


def _asserted(events: Iterable[Event], lowered: str) -> Iterator[Event]:
    nouns: list[tuple[int, int]] | None = None
    for event in events:
        if nouns is None:
            nouns = [noun.span() for noun in NOT_EVENTS.finditer(lowered)]
        named = any(left == event.start or left < event.start < right >= event.end for left, right in nouns)
        if not named and not conditional(lowered, event.start):
            yield event
