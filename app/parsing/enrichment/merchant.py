"""A counterparty as printed → the name people use: no gateway, no channel, no store number, no city, no legal form.

`RAZ*Kalakriti Studio` → Kalakriti Studio; `COSTCO WHSE #0442 FRESNO US` → Costco; `lata.menon@okicici` → Lata Menon.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.parsing.enrichment import affixes
from app.parsing.enrichment.directory import Known, find
from app.parsing.enrichment.words import CASELESS

STAR = re.compile(r"^([A-Za-z0-9][A-Za-z0-9 .&'\-/]{0,24}?)\s{0,2}\*\s{0,2}([^\W_].*)$")
HANDLE = re.compile(r"([\w.\-]{1,100})@[\w.\-]{2,60}")
# A shop may be called "Online Stationers" or "Card Factory": only before one of these is such a word a channel.
JOINT = re.compile(r"([A-Za-z0-9]{1,10})[/_]\s{0,3}(?=\S)")
WEB = re.compile(r"^(?:https?://)?(?:www\.)?([a-z0-9][a-z0-9\-]{1,60})\.(?:com|net|org|in|io|app|co|shop|store|de|fr|es|it|nl|co\.[a-z]{2}|com\.[a-z]{2})(?:/\S{0,60})?$", re.I)  # fmt: skip
STORE_NUMBER = re.compile(r"\s{0,3}(?:#\s?\d{1,8}|\b(?:store|shop|whse|str|unit|outlet|branch|no\.?)\s{0,2}#?\s?\d{1,8}|[-\s]\d{3,12})(?=\s|,|$)", re.I)  # fmt: skip
# A machine's code at the end: A-7KQ2XWPL, HMXK22, 000001.
CODE = re.compile(r"(?:\s|^)(?=[A-Z0-9\-]{0,20}\d)(?=[A-Z0-9\-]{0,20}[A-Z]|\d{5})[A-Z0-9\-]{6,20}$")
GLUED_COUNTRY = re.compile(r"[,\s]{1,3}([^\W\d_]{3,20})-([A-Z]{2,3})$")
# A gateway's own number before the merchant: PP*1234 SPOTIFY.
ORDER_NUMBER = re.compile(r"^\d{3,12}\s(?=[^\W\d_]{3})")
PARTICLES = frozenset("of and the de del de la las los do da dos das du des el y e et von van der den zu am im for at".split())
# What else the owner of a name before the star sells under names of their own.
OWN_BRANDS = ("youtube", "xbox", "grabfood", "prime video", "apple music", "apple tv", "icloud")
TITLES = frozenset({"mr", "mrs", "ms", "dr", "st", "sr", "jr", "sri", "md"})
ACRONYMS = frozenset("ATM SBI ICICI IDBI UCO LIC USA UK UAE BOI IOB AU IDFC".split())
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Merchant:
    """`known` is the entry of the directory, if there is one; `business` that the counterparty names no person: a legal form, a QR code."""

    name: str
    known: Known | None = None
    business: bool = False


@lru_cache(maxsize=1024)
def merchant_of(counterparty: str | None) -> Merchant | None:
    text = " ".join((counterparty or "").split())[:300]
    if not text:
        return None
    if handle := HANDLE.fullmatch(text):
        return _of_handle(text, handle.group(1))
    name, gateway = _without_gateway(text.removeprefix("WWW ").removeprefix("SP "))
    name = _without_channel(name)
    if known := find(_web(name)):
        return Merchant(known.name, known, business=True)
    bare, formed = _without_tail(name)
    known = find(bare) or find(_without_place(bare, least=0))
    return Merchant(known.name if known else _cased(bare)[:LONGEST], known, business=bool(known) or formed or gateway)


def _of_handle(text: str, local: str) -> Merchant:
    """The person or shop behind a UPI handle, if it has a name in it; else the handle itself."""
    if known := find(local):
        return Merchant(known.name, known, business=True)
    if local.lower().startswith(affixes.QR_HANDLES) or re.fullmatch(r"q?\d+", local.lower()):
        return Merchant(text.lower()[:LONGEST], business=not local.isdigit())
    words = [word for word in re.findall(r"[^\W\d_]+", local) if word.lower() not in affixes.GATEWAYS]
    spelled = " ".join(word for word in words if len(word) > 1)
    return Merchant((spelled.title() if spelled else text.lower())[:LONGEST])


def _without_gateway(text: str) -> tuple[str, bool]:
    found = STAR.match(text)
    if not found:
        return text, False
    head, rest = found.group(1).strip(), found.group(2).strip()
    squashed = re.sub(r"[^a-z0-9]", "", head.lower())
    if squashed in affixes.GATEWAYS or len(squashed) <= 3:
        return ORDER_NUMBER.sub("", rest), True
    # UBER*RIDES, AIRBNB * HMXK22: the head is the merchant's own name; UBER*EATS, GOOGLE*YouTube are names of their own.
    own, both, inner = find(head), find(f"{head} {rest}"), find(rest)
    if own and both != own and both:
        return f"{head} {rest}", True
    return (rest, True) if own and inner and inner.name.lower().startswith(OWN_BRANDS) else (head, True)


def _without_channel(name: str) -> str:
    rest = name
    while (found := JOINT.match(rest)) and found.group(1).lower() in affixes.CHANNELS:
        rest = rest[found.end() :]
    if rest == name:
        return name
    words = rest.split()
    while len(words) > 1 and words[0].lower() in affixes.CHANNELS:
        words = words[1:]
    return " ".join(words) or name


def _web(name: str) -> str:
    found = WEB.match(name)
    return found.group(1) if found else name


def _without_tail(name: str) -> tuple[str, bool]:
    """The name without store number, country, city and legal form, and whether it had a legal form."""
    web = _web(name)
    if web != name:
        return web, True
    bare = GLUED_COUNTRY.sub(_glued, name)
    bare = _kept(STORE_NUMBER.sub(" ", bare), bare)
    bare = _kept(CODE.sub("", bare), bare)
    bare = _without_place(bare)
    formed = _without_form(bare)
    return " ".join(formed.split()).strip(" ,;-–·/_") or name, formed != bare


def _glued(found: re.Match[str]) -> str:
    """`, DUBAI-AE`"""
    place = found.group(1).lower() in affixes.CITIES and found.group(2).lower() in affixes.COUNTRY_TAILS
    return "" if place else found.group()


def _kept(shorter: str, longer: str) -> str:
    """The shorter name if something of a name is left."""
    return shorter.strip(" ,-") if re.search(r"[^\W\d_]{2}", shorter) else longer


def _without_place(name: str, least: int = 1) -> str:
    words = name.replace(",", " ").split()
    rest, country = _without_country(words)
    for size in (3, 2, 1):
        # A lone country may be part of the name ("Taste India"), and so may a city behind a single word ("Cafe Paris").
        enough = len(rest) > size + (0 if country else least)
        if enough and " ".join(rest[-size:]).lower() in affixes.CITIES and rest[-size - 1].lower() not in affixes.JOINING:
            return " ".join(rest[:-size])
    return " ".join(rest) if country and len(words) - len(rest) == 1 and words[-1].isupper() and len(words) > 2 else name


def _without_country(words: list[str]) -> tuple[list[str], bool]:
    for size in (2, 1):
        tail = " ".join(words[-size:]).lower()
        known = tail in affixes.COUNTRY_NAMES if size == 2 else tail in affixes.COUNTRY_TAILS | affixes.US_STATES
        if known and len(words) > size and (size == 2 or words[-1].isupper()) and words[-size - 1].lower() not in affixes.JOINING:
            return words[:-size], True
    return words, False


def _without_form(name: str) -> str:
    lowered = name.lower()
    for form in affixes.LEGAL_FORMS:
        if lowered.endswith((f" {form}", f",{form}")) and len(name) > len(form) + 2:
            return _without_form(name[: -len(form)].rstrip(" ,-&"))
    return name


def _cased(name: str) -> str:
    """Words in capitals or small letters only get a capital each; abbreviations and mixed writing stay as they are."""
    if not (name.isupper() or name.islower()) or "*" in name or (name.isupper() and len(name) <= 4):
        return name
    return " ".join(word if CASELESS.search(word) else _word(word, first=at == 0) for at, word in enumerate(name.split()))


def _word(word: str, *, first: bool) -> str:
    low = word.lower()
    if low in PARTICLES and not first:
        return low
    if low in TITLES:
        return word.capitalize()
    if (
        word in ACRONYMS
        or re.search(r"[\d.&]", word)
        or (len(word) <= 4 and not re.search(r"[aeiouyáéíóúàèìòùäöüâêôãõåæøıаеиоуыэюя]", low))
    ):
        return word
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
