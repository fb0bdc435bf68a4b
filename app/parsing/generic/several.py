"""Mails that tell of several payments at once: the rows of a ledger, the lines of a list, alerts one below the other.

Each row is made a page of its own, with what stands above all of them, and read as any other. All must be read, or none is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from itertools import islice

from app.domain.transaction import Direction, Kind, Transaction
from app.parsing.clean import Page, grid, lower
from app.parsing.dates import find_moments
from app.parsing.generic.amounts import pair_money
from app.parsing.generic.context import PROMOTION
from app.parsing.generic.doubts import BILL, REMINDER, SUMMARY
from app.parsing.generic.events import find_events
from app.parsing.generic.evidence import Sender, financial, impersonal
from app.parsing.generic.labels import field_of
from app.parsing.generic.pairs import A_DIGIT, pairs_of
from app.parsing.generic.read import Answer, read_any
from app.parsing.generic.references import REFERENCE
from app.parsing.guard_words import DECLINED_STATUS
from app.parsing.money import find_money

Row = tuple[str, ...]
# Columns that tell the way by standing filled.
OUT_COLUMN = re.compile(
    r"(?:debits?|withdrawals?|paid out|money out|out|dr\.?|uscite|addebiti|dare|cargos?|d[ée]bitos?|débits?|salidas|egresos"
    r"|debe|lastschrift|soll|belastung|af|uit|ut|saídas|obciążenia|wydatki|出金|お引出し|支出|출금)(?: ?\(.{1,8}\)| amount)?",
    re.I,
)
IN_COLUMN = re.compile(
    r"(?:credits?|deposits?|paid in|money in|in|cr\.?|entrate|accrediti|avere|abonos?|cr[ée]ditos?|crédits?|ingresos|haber"
    r"|haben|gutschrift|bij|entradas|uznania|wpływy|入金|お預入れ|收入|입금)(?: ?\(.{1,8}\)| amount)?",
    re.I,
)
DAY_COLUMN = re.compile(r"\b(?:date|datum|fecha|data|dato|tarih|tanggal)\b|日", re.I)
# A list of shops is one of purchases.
SHOP_COLUMN = re.compile(r"merchant(?: name)?|comercio|establecimiento|estabelecimento|commerçant|händler|esercente|winkel", re.I)
CAME_BACK = re.compile(r"refund|reversal|devoluci|estorno|rembours|erstattung|rimborso", re.I)
NUMBERED_COLUMN = re.compile(r"(?:order|booking|invoice|trip|transfer|payment)(?: (?:no|number|id|#))?\.?", re.I)
# "You have 3 new purchases": how many there are to be.
COUNTED = re.compile(
    r"\b(?P<n>[2-9]|[1-5]\d|two|three|four|five)\s(?:[^\W\d_]{2,14}\s){0,3}?(?:transactions?|purchases|payments|refunds"
    r"|transfers|deposits|withdrawals|debits|credits|charges|movimientos|compras|pagos|transferencias|reembolsos|transações"
    r"|pagamentos|opérations|paiements|achats|virements|umsätze|zahlungen|buchungen|transacties|betalingen|operazioni"
    r"|movimenti|pagamenti|transaksi|transaktioner|transakcj\w{1,3}|işlem)\b"
)
# What the counted things are, said of each of them.
NOUNS = (
    (re.compile(r"purchases|compras|achats|acquisti"), "You made a purchase."),
    (re.compile(r"refunds|reembolsos|remboursements|rimborsi"), "We refunded you."),
    (re.compile(r"deposits"), "It was deposited."),
    (re.compile(r"withdrawals"), "You have withdrawn it."),
    (re.compile(r"payments|charges|debits|pagos|pagamentos|paiements|pagamenti|zahlungen|betalingen"), "You paid."),
)
SIGNS = {"-": "Amount debited", "\u2212": "Amount debited", "+": "Amount credited"}
WORDS = {"two": 2, "three": 3, "four": 4, "five": 5}
WAITING = re.compile(r"\b(?:pending|awaiting|scheduled|upcoming|coming up|due|unpaid|to be|will be|declined|failed|you owe)\b")
MOST_ROWS, FEWEST = 60, 2
# Alerts begin near the top; where there are two, they are looked for to the end of any digest.
HEAD_LINES, MOST_LINES = 40, 400
# What it adds to the evidence of a row that others of its kind stand beside it.
BESIDE_OTHERS = 1.0
# An alert tells of these days; a list that reaches further back is a statement of what has been told before.
DAYS_BACK = 10


def read_several(page: Page, sender: Sender, markup: str | None) -> tuple[Answer, ...]:
    """One answer with a transaction for each line; a single one without when the lines tell of no payments; or nothing."""
    title = lower(page.subject)
    if not (impersonal(sender) or financial(sender)) or PROMOTION.search(title) or REMINDER.search(title) or BILL.search(title):
        return ()
    for find in (partial(_ledger, markup=markup), _listed, _headed, _alerts):
        if len(pages := find(page, sender)) >= FEWEST:
            return _answers(page, pages, sender)
    return ()


def _answers(page: Page, pages: Sequence[Page], sender: Sender) -> tuple[Answer, ...]:
    if WAITING.search(lower("\n".join([page.subject, *(" ".join(row) for row in pages[0].lines if len(row) == 1)]))):
        return (Answer(None, reason="upcoming_debit"),)
    answers = tuple(read_any(one, sender, beside=BESIDE_OTHERS) for one in pages)
    told = [answer.transaction for answer in answers if answer.transaction]
    if _one_payment(page, told, sender) or (not told and financial(sender)):
        return ()
    if not told:
        return (Answer(None),)
    if len(told) < len(pages):
        return (Answer(None, reason="not_enough_evidence", moved=financial(sender)),)
    refunds = all(one.kind is Kind.REFUND for one in told)
    own = financial(sender) or refunds or all(one.account_last4 for one in told)
    if not own or not all(_of_these_days(one, sender) for one in told):
        return (Answer(None, reason="statement"),)
    # Some left out in silence would be a lie.
    return answers if len(pages) <= MOST_ROWS else (Answer(None, reason="too_many_payments", moved=True),)


def _one_payment(page: Page, told: Sequence[Transaction], sender: Sender) -> bool:
    """Whether what was paid is printed as one sum: then the rows are the items of a receipt."""
    if any(one.direction is Direction.CREDIT for one in told):
        return False
    total = sum((one.amount for one in told), Decimal(0))
    totals = (pair_money(pair, sender.country) for pair in pairs_of(page) if pair.field == "total")
    return any(money is not None and total in {money.amount, Decimal(0)} for money in totals)


def _of_these_days(told: Transaction, sender: Sender) -> bool:
    received = sender.dates.received
    if told.occurred is None or received is None:
        return told.occurred is not None or told.reference is not None or told.counterparty is not None
    return timedelta(days=-1) <= received.date() - told.occurred.on <= timedelta(days=DAYS_BACK)


def _ledger(page: Page, sender: Sender, *, markup: str | None) -> list[Page]:
    """The rows below the first header row that names an amount and a day, a side or a number."""
    for number, header in enumerate(page.lines[:400]):
        columns = _columns(header)
        if columns is None:
            continue
        rows = _rows_below(page, number, header, markup if _two_sided(header) else None)
        done = [row for row in rows if not _stopped(row)]
        signed = _signed(done, columns)
        return (
            [_row_page(page, number, _pairs(columns, row, signed=signed), sender) for row in done] if len(rows) >= FEWEST else []
        )
    return []


def _two_sided(header: Row) -> bool:
    return any(OUT_COLUMN.fullmatch(cell) for cell in header) and any(IN_COLUMN.fullmatch(cell) for cell in header)


def _columns(header: Row) -> list[str | None] | None:
    """The label to read each column by, or None when this is no ledger's header."""
    if not 3 <= len(header) <= 9 or any(any(char.isdigit() for char in cell) for cell in header):
        return None
    labels = [_label(cell) for cell in header]
    amounts = sum(label is not None and label.startswith("Amount") for label in labels)
    beside = {"Date", "Reference"} & {label for label in labels if label}
    named = any(label and field_of(label) in {"payee", "payer", "narration", "memo"} for label in labels)
    return labels if amounts and (amounts == 1 or _two_sided(header)) and (beside and (named or amounts)) else None


def _label(cell: str) -> str | None:
    if OUT_COLUMN.fullmatch(cell):
        return "Amount debited"
    if IN_COLUMN.fullmatch(cell):
        return "Amount credited"
    field = field_of(cell)
    if field in {"date", "datetime"} or (field is None and DAY_COLUMN.search(cell)):
        return "Date"
    if (field or "").startswith("reference") or NUMBERED_COLUMN.fullmatch(cell):
        return "Reference"
    if field in {"amount", "total"}:
        return "Amount"
    return cell if field in {"payee", "payer", "narration", "memo", "type", "status", "ownaccount", "time"} else None


def _rows_below(page: Page, number: int, header: Row, markup: str | None) -> list[Row]:
    lines: Sequence[Row] = page.lines[number + 1 :]
    if markup is not None:
        cells = grid(markup)
        lines = cells[cells.index(header) + 1 :] if header in cells else ()
    rows = []
    for row in lines[: MOST_ROWS + 1]:
        if len(row) != len(header):
            break
        rows.append(row)
    return rows


def _stopped(row: Row) -> bool:
    return any(lower(cell).strip(" .!") in DECLINED_STATUS for cell in row)


def _signed(rows: list[Row], columns: Sequence[str | None]) -> bool:
    """Whether every sum has a sign: then it tells the way."""
    at = columns.index("Amount") if "Amount" in columns else -1
    return at >= 0 and all(row[at][:1] in SIGNS for row in rows)


def _pairs(columns: Sequence[str | None], row: Row, *, signed: bool) -> list[Row]:
    pairs = [(label, cell) for label, cell in zip(columns, row, strict=True) if label and cell]
    if (
        not signed
        and any(SHOP_COLUMN.fullmatch(label) for label, _ in pairs)
        and not any(field_of(label) == "type" for label, _ in pairs)
    ):
        way = "Amount credited" if CAME_BACK.search(" ".join(row)) else "Amount debited"
        return [(way if label == "Amount" else label, cell) for label, cell in pairs]
    return [(SIGNS[cell[0]], cell[1:].strip()) if signed and label == "Amount" else (label, cell) for label, cell in pairs]


def _row_page(page: Page, number: int, pairs: Sequence[Row], sender: Sender) -> Page:
    return _small(page, [*_above(page.lines[:number], sender), *pairs], sender)


def _listed(page: Page, sender: Sender) -> list[Page]:
    """As many lines with an amount each, one below the other, as the mail says there are."""
    found = COUNTED.search(lower(f"{page.subject}\n{page.text[:600]}"))
    if found is None:
        return []
    wanted = WORDS.get(found["n"]) or int(found["n"])
    for number in range(len(page.lines[:200])):
        run = page.lines[number : number + wanted]
        if len(run) == wanted and all(_one_amount(" ".join(row), sender) for row in run):
            after = page.lines[number + wanted : number + wanted + 1]
            if not after or not _one_amount(" ".join(after[0]), sender):
                above = _above(page.lines[:number], sender)
                if not any(not event.weak for event in find_events(lower("\n".join(" ".join(row) for row in above)))):
                    above += [(verb,) for noun, verb in NOUNS if noun.search(found.group())][:1]
                return [_small(page, [*above, (" ".join(row).lstrip("-*•· "),)], sender) for row in run]
    return []


def _headed(page: Page, sender: Sender) -> list[Page]:
    """Rows of what and how much below "Withdrawals" or "Deposits"."""
    way, rows = None, []
    for cells in page.lines[:200]:
        if len(cells) == 1 and (named := _label(cells[0])) in {"Amount debited", "Amount credited"}:
            way = named
        elif way and len(cells) == 2 and field_of(cells[0]) is None and _one_amount(cells[1], sender):
            rows.append((way, *cells))
        elif rows:
            way = None
    if len(rows) < FEWEST:
        return []
    first = next(number for number, cells in enumerate(page.lines) if cells == rows[0][1:])
    above = _above(page.lines[:first], sender)
    return [_small(page, [*above, (way, amount), ("Description", what)], sender) for way, what, amount in rows]


def _one_amount(line: str, sender: Sender) -> bool:
    return len(list(find_money(line, sender.country, limit=2))) == 1


def _alerts(page: Page, sender: Sender) -> list[Page]:
    """Lines that each tell of a payment in the same words, and give a reference, an hour or a day of their own."""
    if not financial(sender):
        return []
    told = _told_in(page.lines[:HEAD_LINES], sender)
    if len(told) < FEWEST:
        return []
    verb = told[0][1][0]
    told += [other for other in _told_in(page.lines[HEAD_LINES:MOST_LINES], sender) if other[1][0] == verb]
    if len({said[0] for _, said in told}) > 1 or len({said[1] for _, said in told}) < len(told):
        return []
    return [_small(page, [(line,)], sender) for line, _ in told]


def _told_in(rows: Sequence[Row], sender: Sender) -> list[tuple[str, tuple[str, str]]]:
    lines = (line for row in rows if A_DIGIT.search(line := " ".join(row)))
    alerts = ((line, said) for line in lines if _one_amount(line, sender) and (said := _own_words(line, sender)))
    return list(islice(alerts, MOST_ROWS + 1))


def _own_words(line: str, sender: Sender) -> tuple[str, str] | None:
    """The verb of the line, and what only this payment has."""
    lowered = lower(line)
    event = next((event for event in find_events(lowered) if not event.weak), None)
    if event is None:
        return None
    behind = REFERENCE.search(line)
    mark = line[behind.end() : behind.end() + 40] if behind else _when(line, sender)
    return (lowered[event.start : event.end], mark) if mark else None


def _when(line: str, sender: Sender) -> str:
    """The hour a line gives; or all of a line that names its day: no two payments of a day are told in the same words."""
    days = list(find_moments(line, sender.dates))
    return next((line[one.start : one.end] for one in days if one.moment.at), line if days else "")


def _above(lines: Sequence[Row], sender: Sender) -> list[Row]:
    """What stands above all rows, but for sums."""
    return [row for row in lines[-8:] if not any(True for _ in find_money(" ".join(row), sender.country, limit=1))]


def _small(page: Page, lines: Sequence[Row], sender: Sender) -> Page:
    subject = "" if SUMMARY.search(lower(page.subject)) else page.subject
    for money in reversed(list(find_money(subject, sender.country))):
        subject = f"{subject[: money.start]} {subject[money.end :]}"
    rows = tuple(lines)
    text = "\n".join(" ".join(row) for row in rows)
    return replace(page, subject=subject, lines=rows, text=text, markup=None)
