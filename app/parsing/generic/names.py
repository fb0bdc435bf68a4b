"""The other side of the payment: the payee or the payer, as printed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from app.domain.transaction import Direction
from app.parsing.clean import lower
from app.parsing.generic.accounts import THEIRS_IN
from app.parsing.generic.agents import GAVE, IN_ENDINGS, OUT_ENDINGS, TOOK
from app.parsing.generic.events import any_event
from app.parsing.generic.grammar import (
    AROUND,
    AROUND_IN,
    AROUND_OUT,
    BEFORE_VERB,
    BEHIND_AMOUNT,
    LONGEST_NAME,
    PLAIN_AROUND,
    STOP,
)
from app.parsing.generic.languages import LANGUAGES, Language
from app.parsing.generic.pairs import Pair
from app.parsing.generic.tidying import tidy
from app.parsing.lexicon import Likely
from app.parsing.narration import MODES

# "POS PURCHASE MELCOM SPINTEX": what a remark says of the way before it names the shop.
WAY_FIRST = re.compile(
    r"^(?:recibo|adeudo(?: recibo)?|domiciliaci[oó]n|platba kart\w+|zakup kart\w+|pagamento pos|achat cb|kartenzahlung"
    r"|pos (?:pur(?:chase|ch)?|txn|trans\w*|payment)?|(?:card |web |online )?purchase(?: at)?|card payment(?: to| at)?"
    r"|compra(?: em| en| no| na)?|pagamento|visa purchase)\s+(?:[-–:@]\s)?(?:\d{3,6}\s+)?(?=[A-Z\d])",
    re.I,
)
# On a receipt these tell where, and the shop is who writes.
PLACE = re.compile(
    r"\W*(?:location|place|zone|station|site|lugar|ort|lieu|luogo|plaats|local|paikka|miejsce|dónde|onde|où|waar|yer)\W*", re.I
)
BARE_VPA = re.compile(r"[\w.\-]{2,60}@[a-z]{2,20}")
MAIL_WORDS = re.compile(
    r"\b(?:alerts?|notifications?|notificaciones|notificación|receipts?|orders?|no-?reply|service team|team"
    r"|customer (?:service|care)|billing|payments?|info|bookings?|ride receipt|support|ticketadmin)\b",
    re.I,
)


def counterparty_of(
    pairs: Sequence[Pair], sentence: str, subject: str, text: str, direction: Direction, receipt: bool
) -> str | None:
    pairs = [pair for pair in pairs if not (receipt and PLACE.fullmatch(pair.label))]
    label = _from_labels([pair for pair in pairs if not PURPOSE.fullmatch(pair.label)], direction)
    if label is not None and not BARE_VPA.fullmatch(label):
        return label
    return _in_words(pairs, sentence, subject, text, direction, receipt) or label or _from_labels(pairs, direction)


# Who has a bill debited is the other side, though a transfer of theirs would be a credit.
ISSUES = re.compile(
    r"\W*(?:(?:entidad )?emisora?|emissor|emittente|émetteur|acreedor|creditor|(?:nom du )?créancier|wystawca|vystavovate[lľ])\W*",
    re.I,
)
# What money was given for: no name where a sentence tells of one.
PURPOSE = re.compile(r"\W*(?:fund|scheme(?: name)?|servicio|service)\W*", re.I)


def _in_words(pairs: Sequence[Pair], sentence: str, subject: str, text: str, direction: Direction, receipt: bool) -> str | None:
    for place in (sentence, subject):
        if name := name_in(place, direction):
            return name
    if name := _narration(pairs, modes_only=False):
        return name
    if (found := INFO.search(text)) and (name := tidy(WAY_FIRST.sub("", found["n"]))):
        return name
    if receipt:
        return None
    told = (line for line in text[:1500].split("\n")[:12] if _tells(line))
    return next((name for line in told if (name := name_in(line, direction))), None)


# A line that holds a sum, or a short one, as cards have; an address in the fine print is neither.
SUM_OR_SHORT = re.compile(r"\d[.,]\d{2,3}(?!\d)|^.{,40}$")


def _tells(line: str) -> bool:
    return SUM_OR_SHORT.search(line) is not None or any_event(lower(line))


INFO = re.compile(
    r"\b(?:Info|Remarks?|Merchant|Description|Desc|Narration)\s?[:\-]\s?(?P<n>[^\n]{2,70}?)(?=\.\s|\.?$|\n|;)", re.I | re.M
)


def behind_amount(text: str, end: int) -> str | None:
    """The shop that stands behind the amount with a comma only: "489,00 Kč, ALBERT PRAHA 5, 20.3.2026"."""
    found = BEHIND_AMOUNT.match(text, end)
    return _shop(WAY_FIRST.sub("", found["n"] or found["c"])) if found else None


# A day, an hour or a card's number.
FIGURES = re.compile(r"\d{4}|\d[.:/]\d")


def _shop(name: str) -> str | None:
    return None if FIGURES.search(name) or SPEECH.search(name) else tidy(name)


# "CARREFOUR CITY - 18,42 EUR - carte …"
BEFORE_AMOUNT = re.compile(r"(?P<n>(?-i:[^\W\d_a-zà-ÿ])[^\n:$€£]{1,44}?)\s?(?::\s?[-−+]|[-–|,](?:\s{1,2}[-−]?)?)")


def before_amount(text: str, start: int) -> str | None:
    """The shop that opens the amount's line, with a dash or a comma between."""
    line = text[text.rfind("\n", 0, start) + 1 : start + 1 if text[start : start + 1] in {"-", "–"} else start]
    found = BEFORE_AMOUNT.fullmatch(line)
    return _shop(found["n"]) if found else None


def _from_labels(pairs: Sequence[Pair], direction: Direction) -> str | None:
    wanted = ("payee",) if direction is Direction.DEBIT else ("payer", "payee")
    pairs = [
        replace(pair, field="payee") if direction is Direction.DEBIT and ISSUES.fullmatch(pair.label) else pair for pair in pairs
    ]
    for field in wanted:
        for pair in pairs:
            if pair.field == field and (name := _labelled(pair, direction)):
                return name
    return _narration(pairs, modes_only=True) or (_from_source(pairs) if direction is Direction.CREDIT else None)


def _from_source(pairs: Sequence[Pair]) -> str | None:
    """ "From: …" may be one's own account; of money that came, with a name behind it, it is who sent it."""
    sources = (pair.value for pair in pairs if pair.field == "ownaccount" and THEIRS_IN.match(pair.label))
    return next((tidy(value) for value in sources if not any(map(str.isdigit, value))), None)


def _narration(pairs: Sequence[Pair], *, modes_only: bool) -> str | None:
    for pair in pairs:
        if pair.field == "memo" and not modes_only and (payee := WAY_FIRST.sub("", pair.value)) != pair.value:
            return tidy(payee)
        dashed = re.split(r"[/\-]", pair.value)[0].strip().upper() in MODES
        if (pair.field == "narration" or (modes_only and dashed)) and dashed is modes_only:
            return pair.value if modes_only else tidy(WAY_FIRST.sub("", re.split(r"\.\s", pair.value)[0]))
    return None


# "KOH LAY PENG (Mobile ending 9082)": how somebody is reached is no part of the name.
REACHED_AT = re.compile(r"(?<=\w) \((?:mobile|uen|nric|phone|proxy|account|a/c)[^()]{0,40}\)$", re.I)


def _labelled(pair: Pair, direction: Direction) -> str | None:
    theirs = pair.field == ("payee" if direction is Direction.DEBIT else "payer")
    value = ACCOUNT_FIRST.sub("", pair.value)
    value = REACHED_AT.sub("", value) if theirs else value
    if theirs and (mask := MASK_BEHIND.search(value)) and " " in value[: mask.start()].strip():
        value = value[: mask.start()]
    if re.search(r"[xX*•]{2}\d{3}|\bending\b|^[\d\s\-*xX.:/()+#]+$|@[\w.]+>$", value):
        return None
    if pair.field == "payer" and direction is Direction.DEBIT:
        return None
    return None if value.lower().startswith(("your ", "tu ", "su ", "a/c ")) else tidy(value)


# "4269109023/0800 Dvořák Petr", "CR49015202001073796687 HELLEN LEON".
ACCOUNT_FIRST = re.compile(r"^(?:(?:\d{1,6}-)?\d{2,10}/\d{4}|[A-Z]{2}\d{2}[A-Z\d]{11,30})[ ,]+(?=[^\W\d_])")
# "สมชาย ใจดี xxx-xxx-7788": a number behind a name of two words is the other side's.
MASK_BEHIND = re.compile(r"\s\W?[\dxX]{0,6}[xX*•]{2,}[\dxX*•\s-]{0,16}\)?$")


SPEECH = re.compile(
    r"\b(?:you|your|hi|hello|dear|thank|thanks|account|card|payment|transaction|transfer|purchase|approved|alert|notification"
    r"|balance|bank|view|click|solde|saldo|hola|bonjour|hallo|visa|mastercard|effectué|amount|date|details|summary|receipt"
    r"|total)\b",
    re.I,
)


# Where one travels is not whom one pays.
# "USD 25.00 (approx. AED 91.81) at CANVA": the same in the reader's money.
ASIDE = re.compile(r"\s?\((?:approx|aprox|ca\.|circa|equiv|environ|etwa|about|~|≈)[^()\n]{0,30}\)", re.I)
JOURNEY = re.compile(
    r"\b(?:going|trip|trains?|flights?|bus|journey|travel\w*|fly\w*|(?:booking|itinerary|e-?ticket"
    r"|reservation)\b[^\n]{0,60}) (?:from [A-Z][\w ]{2,24} )?to (?=[A-Z])",
    re.I,
)


# By which way the money went, with what tells which of them to try.
TOLD_AROUND = {
    way: (patterns, Likely(one.pattern for one in patterns))
    for way, patterns in ((Direction.DEBIT, (*AROUND, *AROUND_OUT)), (Direction.CREDIT, (*AROUND, *AROUND_IN)))
}


def name_in(place: str, direction: Direction) -> str | None:
    text = ASIDE.sub("", JOURNEY.sub(" ", place[:500]))
    if direction is Direction.CREDIT and (found := BEFORE_VERB.search(text)) and (name := tidy(found["n"])):
        return name
    around, likely = TOLD_AROUND[direction]
    tried = [around[which] for which in likely.of(lower(text))]
    if text.isascii():
        tried = [pattern for pattern in tried if pattern.pattern in PLAIN_AROUND]
    for pattern in tried:
        if name := _first_name(pattern, text):
            return name
    if name := _subject(text, direction):
        return name
    return next((name for language in _languages(text) if (name := _by_preposition(text, language, direction))), None)


def _subject(text: str, direction: Direction) -> str | None:
    """The other side where it acts itself, or where an ending marks it."""
    acting, endings = (TOOK, OUT_ENDINGS) if direction is Direction.DEBIT else (GAVE, IN_ENDINGS)
    tried = acting.names(text) if text.isascii() else chain(endings.names(text), acting.names(text))
    return next((name for printed in tried if (name := tidy(_ended(printed)))), None)


MOST_TRIES = 4


def _first_name(pattern: re.Pattern[str], text: str) -> str | None:
    """What is found first may be no name, and hold the word behind which the name stands."""
    at = 0
    for _ in range(MOST_TRIES):
        found = pattern.search(text, at)
        if found is None:
            return None
        if name := tidy(found["n"]):
            return name
        at = found.start() + 1
    return None


WORD = re.compile(r"[^\W\d_]+(?:/[a-z])?")


def _languages(text: str) -> list[Language]:
    """The languages whose small words the sentence holds, the likeliest first."""
    words = set(WORD.findall(lower(text)))
    counted = [(len(words & language[0]), -order, language) for order, language in enumerate(LANGUAGES)]
    found = sorted((item for item in counted if item[0]), key=lambda item: item[:2], reverse=True)
    english = any(language is LANGUAGES[0] for _, _, language in found)
    # One small word may be of any language: "an Orange Alert".
    return [
        language
        for count, _, language in found[:3]
        if count * 2 >= found[0][0] and (count > 1 or not english or language is LANGUAGES[0])
    ]


def _by_preposition(text: str, language: Language, direction: Direction) -> str | None:
    best: tuple[int, int, str] | None = None
    for rank, pattern in enumerate(language[1] if direction is Direction.DEBIT else language[2]):
        for found in pattern.finditer(text):
            name = None if _within_capitals(text, found) else _name_from(text, found.end())
            if name and (best is None or (rank, found.start()) < best[:2]):
                best = (rank, found.start(), name)
    return best[2] if best else None


TELLING = frozenset({"TO", "FROM", "AT", "BY"})
CAPITALS = re.compile(r"[^\W\d_a-zà-öø-ÿ]{2}\S*\s*$")


def _within_capitals(text: str, found: re.Match[str]) -> bool:
    """ "LIDL DAKUJE ZA NAKUP": a small word in capitals between others is a part of the name."""
    word = found.group().strip()
    return (
        word.isupper()
        and word not in TELLING
        and text[found.end() : found.end() + 2].isupper()
        and CAPITALS.search(text[: found.start()]) is not None
    )


def _name_from(text: str, start: int) -> str | None:
    end = min(len(text), start + LONGEST_NAME + 20)
    if money := SUM_BEHIND.search(text, start, end):
        end = money.start()
    stop = STOP.search(text, start, end)
    while stop and stop.group().strip() == "OF" and text[start : stop.start()].isupper():
        stop = STOP.search(text, stop.end(), end)
    if stop is None and not money:
        return None
    return tidy(_ended(text[start : stop.start() if stop else end]))


# Where a sum begins, with the words that lead to it: "Orbit GmbH über 12,50 €".
SUM_BEHIND = re.compile(
    r"(?:\s*[:–-])?(?:\s(?:über|von|di|de|del|per|por|pour|for|of|på|til|na kwotę|w kwocie|d'un montant de|in höhe von|da|mit"
    r"|ile|sebesar|senilai|số tiền|za))?\s+(?:[$€£₹₺]|[A-Za-z]{1,3}[.$]?)?\s?(?:\d{1,3}(?:[.,\s]\d{3})*[.,]\d{2}"
    r"|\d{1,6}\s?(?:kr|€|tl|₺|zł|円|원|元))",
    re.I,
)
# What follows a name in the same sentence: verbs in their forms, and the small words of a day.
TAIL_WORD = re.compile(
    r"left|yesterday|today|tonight|hoje|ontem|ayer|hoy|ieri|oggi|gestern|heute|igår|idag|wczoraj|dzisiaj|te|ti|vous|est|es|ist"
    r"|är|er|è|é|jest|hat|har|ha|a|telah|sudah|sukses|berhasil|berjaya|masuk|thành|công|gönderdi|(?:ab|an|auf|aus|ein"
    r"|über)?ge\w{3,}(?:t|en)|be\w{3,}(?:en|t|ald)|\w{3,}(?:ad[oa]s?|id[oa]s?|at[oaie]|it[oaie]|ée?s?|ed)|byl[ao]?"
    r"|proveden[ao]?|zrealizován[ao]?|odeslán[ao]?"
)


def _ended(name: str) -> str:
    """A name without the sentence going on behind it."""
    words = _capitals_only(name).split(" ")
    if not words[0][:1].isupper():
        return " ".join(words)
    while len(words) > 1 and words[-1].islower() and TAIL_WORD.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)


# Small words that join parts of a name, where more of it follows.
JOINTS = frozenset("de del della da do dos das di du des la le les of and the y e et und van von der den am an zu in on".split())


def _capitals_only(name: str) -> str:
    """ "CAF DU RHONE vient de créditer": a name in capitals ends where the sentence goes on in small letters."""
    words = name.split(" ")
    if len(words) < 2 or len(words[0]) < 3 or not words[0].isupper():
        return name
    for at, word in enumerate(words):
        goes_on = at + 1 < len(words) and word in JOINTS and words[at + 1][:1].isupper()
        if word.islower() and word.isalpha() and not goes_on:
            return " ".join(words[:at])
    return name


def sender_name(display: str, domain: str) -> str | None:
    """The brand a receipt comes from."""
    name = re.split(r"\s+(?:via|by)\s+|\s*[|<]\s*", display.strip().strip('"'), maxsplit=1)[0]
    stripped = " ".join(MAIL_WORDS.sub(" ", name).split()).strip(" -·,")
    if stripped and "@" not in stripped and (re.search(r"[^\W\d_]", stripped) or stripped in domain):
        return stripped
    label = domain.split(".")[-2] if domain.count(".") else ""
    return label.capitalize() or None
