"""The other side where neither a label nor a preposition tells it: the one value of a table that can be a name, or a line of its own."""

import re
from collections.abc import Iterator

from app.parsing.clean import Page
from app.parsing.dates import DateContext, first_moment
from app.parsing.generic.labels import field_of
from app.parsing.generic.names import SPEECH
from app.parsing.generic.tidying import tidy
from app.parsing.guard_words import DECLINED_STATUS, DONE_STATUS
from app.parsing.money import find_money

MOST_ROWS = 60
LONGEST_LABEL, LONGEST, MOST_WORDS = 30, 50, 7
# What such a label speaks of when it is not the other side.
OTHER_LABEL = re.compile(
    r"bank|banco|banque|banka|cliente|customer|client|kunde|klient|holder|titular|dear|estimad|moneda|currency|valut|währung"
    r"|devise|categor|kategor|catégor|city|ciudad|cidade|country|land\b|pays|país|produ[ck]t|channel|canal|kanal|"
    r"plan\b|driver|passenger|item|subject|betreff|phone|tel|address|adres|e-?mail|branch|agen|sucursal|oficina|serv(?:er|ice)"
    r"|support|server|table|network|purpose|via\b|tipo|type|status|estado|token|stroom|item|seat|class|vehicle|model|zone"
    r"|period|month|title|subject|"
    r"銀行|银行|은행|ธนาคาร|お客|客户|客戶|種別|区分|구분|상태|支店|ชื่อบัญชี|ประเภท",
    re.I,
)
# A line that speaks, labels or counts is no name.
NO_NAME = re.compile(
    r"[.!?:;,]$|:\s|\b(?:points?|pontos|puntos|points|cashback|balance|available|logo|order)\b|https?:|www\.|@\w|\d{5}|[€$£₹¥]",
    re.I,
)
POSTCODE = re.compile(r"\s\d{4,5}\s[^\W\d_][^\n\d]{1,24}$")
SHAPE = re.compile(r"(?:[^\W\d_a-zà-öø-ÿ]|7-)[^\n]*")

BARE_NAME = re.compile(r"[\W_]{0,4}[^\W\d_][^\n:$€£₹]{1,44}")


def by_exclusion(page: Page, taken: frozenset[int], country: str | None, dates: DateContext, owner: str) -> str | None:
    """The value behind an unlisted label, where it alone among them can be a name."""
    names = {
        name
        for label, value in _unlisted(page, taken)
        if not OTHER_LABEL.search(label) and (name := named(value, country, dates, owner))
    }
    return names.pop() if len(names) == 1 else None


def _unlisted(page: Page, taken: frozenset[int]) -> Iterator[tuple[str, str]]:
    for number, cells in enumerate(page.lines[:MOST_ROWS]):
        if number in taken:
            continue
        label, value = cells if len(cells) == 2 else _parted(cells[0]) if len(cells) == 1 else ("", "")
        label = label.strip(" :*•·")
        if (
            1 < len(label) <= LONGEST_LABEL
            and len(label.split()) <= 4
            and not any(map(str.isdigit, label))
            and field_of(label) is None
        ):
            yield label, value.strip(" :")


def _parted(cell: str) -> tuple[str, str]:
    label, colon, value = cell.partition(":")
    return (label, value) if colon and value[:1] == " " else ("", "")


def named(value: str, country: str | None, dates: DateContext, owner: str) -> str | None:
    """The text, when it can be nothing but a name: no sum, day, account, status, label, nor the reader himself."""
    text = POSTCODE.sub("", value).strip(" -–·")
    if not SHAPE.fullmatch(text) or len(text) > LONGEST or len(text.split()) > MOST_WORDS or NO_NAME.search(text):
        return None
    if (
        SPEECH.search(text)
        or text.casefold() == owner.casefold()
        or text.lower() in DONE_STATUS
        or text.lower() in DECLINED_STATUS
    ):
        return None
    if sum(map(str.isalpha, text)) < max(2, len(text) // 3) or field_of(text) is not None:
        return None
    if next(find_money(text, country), None) or first_moment(text, dates):
        return None
    return tidy(text)


def name_beside(text: str, start: int) -> str | None:
    """A line of its own above or below an amount that stands alone: the shop, on many phone banks' mails."""
    left = text.rfind("\n", 0, start)
    right = text.find("\n", start)
    above = text[text.rfind("\n", 0, max(left, 0)) + 1 : left] if left > 0 else ""
    below = text[right + 1 :].split("\n", 1)[0] if right > 0 else ""
    for line in (above, below):
        bare = POSTCODE.sub("", re.sub(r"^[^\w]+", "", line)).strip()
        if (
            BARE_NAME.fullmatch(bare)
            and not SPEECH.search(bare)
            and len(bare.split()) <= 6
            and not re.search(r"\d{4}|\d:\d|[.!?]$", bare)
        ):
            return tidy(bare)
    return None


# "Operacja kartą: -45,60 PLN; karta *1234; SKLEP POD LIPA; 05.10.2026 12:13": parts, one of which can be a name.
PARTS = re.compile(r"[;,]\s+|\.\s+(?=[^\W\d_])|\s[-–|]\s")
FEWEST_PARTS, LONGEST_LINE = 3, 300


def among_parts(text: str, start: int, country: str | None, dates: DateContext, owner: str) -> str | None:
    """The one part of the sum's line that can be nothing but a name, and is written as shops are: in capitals."""
    end = text.find("\n", start)
    line = text[text.rfind("\n", 0, start) + 1 : end if end > 0 else len(text)]
    parts = PARTS.split(line)
    if len(parts) < FEWEST_PARTS or len(line) > LONGEST_LINE:
        return None
    names = {name for part in parts if _shouted(part) and (name := named(part.strip(" ."), country, dates, owner))}
    return names.pop() if len(names) == 1 else None


def _shouted(part: str) -> bool:
    letters = [char for char in part if char.isalpha()]
    return len(letters) > 2 and sum(char.isupper() for char in letters) >= 0.7 * len(letters)


# "CHF 7.00 have been charged to card 7324. Seebad Linden. Available amount: …": between the sum's sentence and the balance.
BETWEEN = re.compile(
    r"[^\n.]{1,80}\.[ \n](?P<n>(?-i:[^\W\d_a-zà-öø-ÿ])[^\n.:!?]{2,60})\.[ \n](?:available|avl|avail|new balance|balance|bal\b"
    r"|saldo|disponible|disponibil|solde|verfügbar|kontostand|beschikbaar|zůstatek|dostupn|dost\b|egyenleg|sold\b)",
    re.I,
)


def before_balance(text: str, end: int) -> str | None:
    """A name that is a sentence of its own, where only the balance follows."""
    found = BETWEEN.match(text, end)
    return tidy(found["n"]) if found and not SPEECH.search(found["n"]) else None


# "89,00 kr." above "til Netto Nørrebro": a sentence laid out as a card.
BEHIND_WORD = re.compile(
    r"(?:[^\W\d_]{2,12} ){0,2}(?:to|at|til|till|hos|a|à|al|an|bei|chez|para|em|presso|naar|bij|aan|ke|kepada|di|do|u|la|у|в"
    r"|στο)\s+(?P<n>(?-i:[^\W\d_a-zà-öø-ÿ])[^\n]{1,44})",
    re.I,
)


def behind_word(text: str, start: int) -> str | None:
    """The name behind a preposition that opens the line below a sum of its own line."""
    lines = text[text.rfind("\n", 0, start) + 1 :].split("\n", 3)[:3]
    if len(lines[0]) > LONGEST_LABEL:
        return None
    found = next((hit for line in lines[1:] if (hit := BEHIND_WORD.fullmatch(line))), None)
    return tidy(found["n"]) if found and not SPEECH.search(found["n"]) else None


def on_its_line(page: Page, taken: frozenset[int], start: int, country: str | None, dates: DateContext, owner: str) -> str | None:
    """On a card-like mail, whose lines are values without labels: the one near the sum that can be a name."""
    at = page.text.count("\n", 0, start)
    if len(" ".join(page.lines[at])) > LONGEST:
        return None
    near = (*range(at + 1, min(at + 4, len(page.lines))), at - 1, at - 2)
    alone = (page.lines[row][0] for row in near if row >= 0 and row not in taken and len(page.lines[row]) == 1)
    return next((name for line in alone if (name := named(line, country, dates, owner))), None)
