"""Labels and their values, however they stand: in a row, behind a colon, one below the other, or under a table's head."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.parsing.clean import Page, lower
from app.parsing.generic.labels import LONGEST, field_of

COLON_LABEL = re.compile(
    r"(?:^|(?<=[\s,;|•]))([^\W\d_][\w./º°&'()-]{0,24}(?:[ ][\w./º°&'()-]{1,24}){0,4})\s{0,2}:(?!//|\d{2}(?!\d))"
)
# The most that stands before the colon, and with it what is looked at behind it.
LONGEST_BEFORE, BEHIND_COLON = 130, 4
BRACKET_LABEL = re.compile(r"^[【\[《]([^】\]》]{1,40})[】\]》]\s{0,3}:?\s{0,3}(.+)$")
MONEY_START = re.compile(r"[-+−(]?\s?(?:[^\W\d_]{0,4}[.$/]{0,2}|[$€£₹¥₱₦฿₫₺₩])\s?\(?\d")
DATE_START = re.compile(r"(?:\d{1,4}[\s/.\-]|[^\W\d_]{3,9},?\.?\s\d{1,2}\b|\d{1,2}(?:st|nd|rd|th)?\s[^\W\d_]{3})")
A_DIGIT = re.compile(r"\d")
MASKED = re.compile(r"[xX*•.]{2}[\s-]?\d{2,6}|\d{3,6}\)?$")
CODE = re.compile(r"#?[A-Za-z0-9][\w\-/.#]{3,45}$")
# A full stop that ends a sentence and no abbreviation: "ENERGETIKA. Disponibilní zůstatek".
SENTENCE_END = re.compile(r"(?<=[^\W\d]{4}\.) |。")
FULL_STOP = re.compile(r"\. (?=[^\W\d_a-zà-öø-ÿ])")
# "받는분 박지훈": a script without capitals to tell a label by.
CASELESS = re.compile(r"\W*[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
# "Total paid: £12.00" and "SUMME EUR 3,53" hold their values, though labels may go on behind their word.
VALUE_BEHIND = re.compile(r":\s{0,3}\S{0,4}\s?\d|[^\W\d_] \d[\d.,]{0,12}[.,]\d{2}$")
# A sum whose label nobody listed: taken where no listed one stands.
UNLISTED = "sum"
# The word that makes a label one of the sum, first or last among a few.
SUM_WORD = (
    "amount|amt|paid|payment|charged|debited|spent|sent|received|credited|refunded|refund|transferred|withdrawn|deposited|collected|deducted|billed|settled"
    "|importe|monto|pagad[oa]|cobrad[oa]|abonad[oa]|recibid[oa]|recebid[oa]|pago|debitad[oa]|betrag|bezahlt|gezahlt|summe|montant|payé|débité|reçu|importo|pagato|addebitato|bedrag|betaald|belopp|beløb|beløp|betalt|betalat|kwota|zapłacono|częstka|suma|tutar|jumlah|nominal|dibayar"
)
SUM_LABEL = re.compile(
    rf"(?!.*\b(?:mode|date|method|status|due|next|minimum|declined|pending|failed|requested|by|from|to"
    rf"|via)\b)(?:(?:[^\W\d_][\w'’&/-]{{0,15}} ){{1,3}}(?:{SUM_WORD})|(?:{SUM_WORD})(?: [^\W\d_][\w'’&/-]{{0,15}}){{1,3}}"
    rf"|(?:order|bill|purchase|transaction|txn|booking|trip|invoice|ticket) (?:value|price|cost))"
)
MAX_ROWS = 400
FEWEST_COLUMNS, MOST_COLUMNS = 3, 9
# A label that holds a value as well is none of a head.
VALUED = re.compile(r":\s*\S|\d")


@dataclass(frozen=True, slots=True)
class Pair:
    field: str
    label: str
    value: str
    row: int


def pairs_of(page: Page) -> list[Pair]:
    rows = page.lines[:MAX_ROWS]
    out: list[Pair] = []
    upto = 0
    for number, cells in enumerate(rows):
        if number < upto:
            continue
        below = rows[number + 1] if number + 1 < len(rows) else ()
        if stacked := _stacked(rows, number):
            out.extend(stacked)
            upto = number + 2 * len(stacked)
            continue
        if headed := _under_head(cells, below, number) or _under_line(cells, below, number):
            out.extend(headed)
            upto = number + 2
            continue
        out.extend(_row(tuple(cell for cell in cells if cell.strip(": ")), below, number))
    listed = any(pair.field in {"total", "amount"} for pair in out)
    return [
        replace(pair, field="amount") if pair.field == UNLISTED else pair for pair in out if not listed or pair.field != UNLISTED
    ]


def _under_head(cells: tuple[str, ...], below: tuple[str, ...], number: int) -> list[Pair]:
    if len(cells) < 3 or len(cells) != len(below):
        return []
    fields = [field_of(cell) for cell in cells]
    if (
        sum(field is not None for field in fields) < (2 if _sums_below(fields, below) else 3)
        or sum(field_of(cell) is not None for cell in below) > 1
    ):
        return []
    return [Pair(field, label, value, number + 1) for field, label, value in zip(fields, cells, below, strict=True) if field]


# A row of a table that was written in blanks: day, name, sum.
LINE = re.compile(
    r"(?P<day>\d{1,4}[/.\-]\d{1,2}(?:[/.\-]\d{1,4})?) (?P<name>[^\d\s].{0,40}?) (?P<sum>[^\s\d]{0,3}\d[\d,.]*\s?[^\s\d]{0,3})(?=[\s｜|]|$)"
)


def _under_line(cells: tuple[str, ...], below: tuple[str, ...], number: int) -> list[Pair]:
    """ "ご利用日 ご利用先 ご利用金額" in one line, and "2026/11/17 ﾓﾊﾞｲﾙ 1,000円" below it."""
    if len(cells) != 1 or len(below) != 1 or len(labels := cells[0].split(" ")) != len(fields := ("date", "payee", "amount")):
        return []
    found = LINE.match(below[0])
    if found is None or tuple(field_of(label) for label in labels) != fields:
        return []
    return [Pair(field, label, value, number + 1) for field, label, value in zip(fields, labels, found.groups(), strict=True)]


def _stacked(rows: Sequence[tuple[str, ...]], start: int) -> list[Pair]:
    """A table's head whose cells stand one below the other, and below them as many values."""
    fields: list[str] = []
    for cells in rows[start : start + MOST_COLUMNS + 1]:
        field = field_of(cells[0]) if len(cells) == 1 and not VALUED.search(cells[0]) else None
        if field is None:
            break
        fields.append(field)
    count = len(fields)
    values = rows[start + count : start + 2 * count]
    if not FEWEST_COLUMNS <= count <= MOST_COLUMNS or len(values) < count or any(len(cells) != 1 for cells in values):
        return []
    if not any(field in {"amount", "total"} and MONEY_START.match(value[0]) for field, value in zip(fields, values, strict=True)):
        return []
    return [Pair(field, rows[start + at][0], values[at][0], start + count + at) for at, field in enumerate(fields)]


def _sums_below(fields: list[str | None], below: tuple[str, ...]) -> bool:
    """A table's head of which few words are known shows itself by the sum that stands below the word for one."""
    return any(field in {"amount", "total"} and MONEY_START.match(cell) for field, cell in zip(fields, below, strict=True))


def _row(cells: tuple[str, ...], below: tuple[str, ...], number: int) -> Iterator[Pair]:
    taken = -1
    for index, cell in enumerate(cells):
        if index == taken:
            continue
        if (field := field_of(cell) or _sum_label(cell, cells[index + 1 :], below)) and not VALUE_BEHIND.search(cell):
            if index + 1 < len(cells):
                taken = index + 1
                yield Pair(field, cell, _with_holder(field, cells[index + 1].lstrip(": "), below), number)
            elif len(cells) == 1 and below and (value := _below(below, field)):
                yield Pair(field, cell, value, number)
        else:
            yield from _inside(cell, number)


def _with_holder(field: str, value: str, below: tuple[str, ...]) -> str:
    """The number of somebody's account, and below it in the same cell whose it is."""
    if field not in {"payee", "payer"} or len(below) != 1 or any(map(str.isalpha, value[4:])) or not value[:1].isalnum():
        return value
    name = below[0]
    told = name[:1].isupper() and len(name) < LONGEST and not any(char.isdigit() or char == ":" for char in name)
    return f"{value} {name}" if told and field_of(name) is None else value


def _sum_label(cell: str, beside: tuple[str, ...], below: tuple[str, ...]) -> str | None:
    """ "Premium paid", "Order value": words nobody listed, in a cell of their own with a sum and nothing else beside or below."""
    value = (beside if len(beside) == 1 else below if not beside and len(below) == 1 else ("",))[0]
    if len(value) > 24 or not MONEY_START.match(value) or not any(char.isdigit() for char in value[:6]):
        return None
    return UNLISTED if SUM_LABEL.fullmatch(lower(cell.strip(" :*"))) else None


def _below(below: tuple[str, ...], field: str) -> str | None:
    if len(below) > 2 or field_of(below[0]):
        return None
    value = " ".join(below).lstrip(": ").strip()
    if field in {"ignore", "total", "amount"} and not (MONEY_START.match(value) and len(value) < 60):
        return None
    # "Card ending in" above "Amount: $5": the line below is a pair of its own.
    head = value.partition(":")[0]
    return None if ":" in value and len(head) < 30 and field_of(head) else value or None


def _inside(cell: str, number: int) -> Iterator[Pair]:
    if (bracket := BRACKET_LABEL.match(cell)) and (field := field_of(bracket.group(1))):
        yield Pair(field, bracket.group(1), bracket.group(2).lstrip(": "), number)
        return
    if ":" in cell:
        found = list(_behind_colons(cell, number))
        if found:
            yield from found
            return
    head, dash, value = cell.partition(" - ")
    if dash and len(cell) <= 90 and (field := field_of(head)) and value.strip():
        yield Pair(field, head, value.strip(), number)
    elif len(cell) <= 120:
        yield from _without_colon(cell, number)


def _behind_colons(cell: str, number: int) -> Iterator[Pair]:
    marks = [
        (found.end() - 1, found.end(1) - len(label), label)
        for found in _before_colons(cell[:2000])
        if (label := _known_tail(found.group(1)))
    ]
    head = cell.partition(":")[0]
    if len(head) <= LONGEST and field_of(head) and (not marks or marks[0][1] > 0):
        marks.insert(0, (len(head), 0, head))
    for index, (colon, _, label) in enumerate(marks):
        stop = marks[index + 1][1] if index + 1 < len(marks) else len(cell)
        value = cell[colon + 1 : stop].strip(" :|•·,;")
        if value and (field := field_of(label)):
            yield Pair(field, label, value, number)


def _before_colons(cell: str) -> Iterator[re.Match[str]]:
    """Where a label may stand: looked for before each colon only, and no further than it is long."""
    last = -1
    at = cell.find(":")
    while at >= 0:
        found = COLON_LABEL.search(cell, max(last + 1, at - LONGEST_BEFORE), at + BEHIND_COLON)
        if found and found.end() == at + 1:
            yield found
        last, at = at, cell.find(":", at + 1)


def _known_tail(phrase: str) -> str | None:
    """The longest run of words at the end of the phrase that is a label: "NORTE SPA Rut" ends in none."""
    words = SENTENCE_END.split(phrase)[-1].split(" ")
    for start in range(len(words)):
        label = " ".join(words[start:])
        if field := field_of(label):
            # Whatever stands before "balance" goes with it, but no other sentence.
            return FULL_STOP.split(label)[-1] if field == "ignore" else label
    return None


def _without_colon(cell: str, number: int) -> Iterator[Pair]:
    words = cell.split(" ")
    # Without a figure only a name may be told, and not in small letters: most lines are sentences.
    named = cell.isascii() and not A_DIGIT.search(cell)
    if named and not cell[:1].isupper():
        return
    for size in range(min(5, len(words) - 1), 0, -1):
        value = " ".join(words[size:]).lstrip("-– ")
        if named and not value[:1].isupper():
            continue
        label = " ".join(words[:size])
        field = field_of(label)
        if field and value and _fits(field, label, value):
            yield Pair(field, label, value, number)
            return


def _fits(field: str, label: str, value: str) -> bool:
    if field in {"amount", "total", "ignore"}:
        return MONEY_START.match(value) is not None and len(value) < 40
    if field in {"date", "datetime"}:
        return DATE_START.match(value) is not None and len(value) < 60
    if field == "ownaccount":
        return MASKED.search(value) is not None and len(value) < 60 and not any(char.isdigit() for char in label)
    if field.startswith("reference"):
        return CODE.match(value) is not None and any(char.isdigit() for char in value)
    if field not in {"payee", "payer"} or len(value) >= 60 or "." in value[:-1]:
        return False
    return (label[:1].isupper() and value[:1].isupper()) or CASELESS.match(label) is not None
