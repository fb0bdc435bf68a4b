"""The typed holes of a format: a bounded pattern each, and a converter that may refuse what the pattern let through."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from app.domain.transaction import Kind, Moment
from app.parsing.dates import DateContext, first_moment
from app.parsing.hours import parse_time
from app.parsing.money import AFTER, BEFORE, START, currency_of, find_money
from app.parsing.narration import read_narration
from app.parsing.numbers import NUMBER, parse_number


@dataclass(frozen=True, slots=True)
class Reader:
    """What a converter may know about the sender: its country and how it writes dates."""

    country: str | None
    currency: str
    dates: DateContext


@dataclass(slots=True)
class Draft:
    """What the holes of one format have been filled with so far.

    `unit` is a currency in a column of its own; `refused` that a status does not say it was done.
    """

    amount: Decimal | None = None
    currency: str | None = None
    counterparty: str | None = None
    vpa: str | None = None
    account: str | None = None
    occurred: Moment | None = None
    clock: tuple[time, int | None] | None = None
    reference: str | None = None
    kind: Kind | None = None
    unit: str | None = None
    refused: bool = False


Converter = Callable[[str, Reader, Draft], bool]


@dataclass(frozen=True, slots=True)
class Slot:
    """`width` is the longest text the pattern lets through, near enough to know how far before a fixed word a sentence can begin."""

    pattern: str
    convert: Converter
    width: int = 90


LONGEST_REFERENCE = 64
JAPAN = 540
CURRENCY_WORDS = {"colon": "CRC", "colón": "CRC", "dolar": "USD", "dólar": "USD", "dolares": "USD", "dólares": "USD", "us": "USD"}
# What a bank adds to a payee's name: "PESTARIA PTE. LTD. (UEN ending 942R)".
ADDED = re.compile(r"\s{0,2}\((?:UEN|Mobile|NRIC|VPA|mobile)[^()]{0,40}\)$")
ABBREVIATION = re.compile(r"\b(?:\w\.|Inc|Ltd|PTE\. LTD|Co|Corp|Pvt|S\.A|S\.A\.C|Jr|Sr)\.?$")
NOT_A_NAME = re.compile(r"[\W\d_]*")


# What a status says when the money has moved, alone or as the first word.
DONE = frozenset(
    "successful success successfully succeeded completed complete approved accepted processed paid posted settled done sent received executed authorised authorized "
    "exitosa exitoso exitosamente aprobada aprobado realizada realizado completada completado procesada procesado aceptada pagada pagado efectuada efectuado confirmada ejecutada autorizada "
    "aprovada aprovado concluída concluído efetuada efetuado realizada realizado pago confirmada confirmado réussi réussie effectué effectuée validé validée acceptée accepté exécuté exécutée "
    "erfolgreich ausgeführt abgeschlossen gebucht geslaagd voltooid gelukt completato completata riuscito eseguito eseguita zrealizowana zrealizowano wykonany godkendt godkänd genomförd gennemført "
    "berhasil sukses selesai berjaya lulus başarılı gerçekleşti onaylandı สำเร็จ เรียบร้อย 成功 完了 已完成 交易成功 支付成功 成立 承認 완료 승인".split()
)


def _amount(text: str, reader: Reader, draft: Draft) -> bool:
    money = next(find_money(text, reader.country), None)
    if money is None or money.amount <= 0:
        return False
    draft.amount, draft.currency = money.amount, money.currency
    return True


def _currency(text: str, reader: Reader, draft: Draft) -> bool:
    """A currency in a cell of its own: RD, US$, COLON COSTA RICA."""
    bare = text.strip(" .:")
    first = bare.split(" ")[0].lower()
    candidates = [bare, first, f"{bare}$"] if len(bare) <= 3 else [bare, first]
    draft.unit = CURRENCY_WORDS.get(first) or next(
        (code for sign in candidates if (code := currency_of(sign, reader.country)[0])), None
    )
    return draft.unit is not None


def _status(text: str, _: Reader, draft: Draft) -> bool:
    words = text.lower().strip(" .!:✅✔✓").split()
    done = bool(words) and (words[0].strip(".,!") in DONE or " ".join(words) in DONE or words[-1].strip(".,!") in DONE)
    draft.refused = (
        draft.refused
        or not done
        or bool({"not", "no", "un", "não", "nicht", "tidak", "belum", "niet", "non", "ikke"} & set(words))
    )
    return not draft.refused


def _number(text: str, reader: Reader, draft: Draft) -> bool:
    value = parse_number(text, reader.currency)
    if value is None or value <= 0:
        return False
    draft.amount, draft.currency = value, reader.currency
    return True


def last_digits(text: str) -> str | None:
    """The last four digits shown of a masked account; three when no more are shown."""
    tail = re.search(r"(\d[\d\- ]{0,24})\D{0,3}$", text)
    digits = re.sub(r"\D", "", tail.group(1)) if tail else ""
    return digits[-4:] if len(digits) >= 3 else None


def _account(text: str, _: Reader, draft: Draft) -> bool:
    draft.account = last_digits(text)
    return draft.account is not None


def _date(text: str, reader: Reader, draft: Draft) -> bool:
    moment = first_moment(text, reader.dates)
    if moment is None:
        return False
    draft.occurred = moment
    return True


def _japan_time(text: str, reader: Reader, draft: Draft) -> bool:
    """A moment whose label says that it is Japan's time."""
    if not _date(text, reader, draft):
        return False
    moment = draft.occurred
    if moment and moment.at and moment.offset_minutes is None:
        draft.occurred = Moment(moment.on, moment.at, JAPAN)
    return True


def _monthday(text: str, reader: Reader, draft: Draft) -> bool:
    """A day without a year, "02/03": the last such day before the mail came."""
    moment = first_moment(f"{text} at", reader.dates)
    draft.occurred = moment or draft.occurred
    return moment is not None


def _today(text: str, reader: Reader, draft: Draft) -> bool:
    """An hour without a day: the day the mail was sent."""
    if reader.dates.received is None:
        return True
    day = reader.dates.received.date()
    clock = parse_time(text, day)
    draft.occurred = Moment(day, *clock) if clock else None
    return clock is not None


def _time(text: str, reader: Reader, draft: Draft) -> bool:
    day = draft.occurred.on if draft.occurred else reader.dates.received.date() if reader.dates.received else None
    draft.clock = parse_time(text, day) if day else None
    return draft.clock is not None or day is None


def _counterparty(text: str, _: Reader, draft: Draft) -> bool:
    name = clean_name(text)
    if not name or NOT_A_NAME.fullmatch(name):
        return False
    draft.counterparty = name
    return True


def _merchant(text: str, reader: Reader, draft: Draft) -> bool:
    """A merchant, but no remark of a transfer: those have formats of their own."""
    return not text.upper().startswith("UPI-") and _counterparty(text, reader, draft)


def clean_name(text: str) -> str:
    name = _without_half_brackets(ADDED.sub("", " ".join(text.split()).strip(" ,;:|-–·")))
    return name[:-1].rstrip() if name.endswith(".") and not ABBREVIATION.search(name[:-1] + ".") else name


def _without_half_brackets(name: str) -> str:
    """A name that stood in brackets: "VPA shop@bank (SHOP)" is cut before the name, or behind it."""
    if name.count("(") < name.count(")"):
        return name.removesuffix(".").removesuffix(")")
    return name.removeprefix("(").lstrip() if name.count("(") > name.count(")") else name


def _vpa(text: str, _: Reader, draft: Draft) -> bool:
    draft.vpa = text.strip()
    return True


def _reference(text: str, _: Reader, draft: Draft) -> bool:
    draft.reference = text.strip().strip(".,;") if len(text) <= LONGEST_REFERENCE else None
    return bool(draft.reference)


def _fallback(text: str, _: Reader, draft: Draft) -> bool:
    """An authorisation code, which stands for the reference only where there is none."""
    draft.reference = draft.reference or text.strip() or None
    return True


def _purpose(text: str, _: Reader, draft: Draft) -> bool:
    """What the payer wrote: it may tell the kind, and is no reference."""
    draft.kind = read_narration(text).kind
    return True


def _narration(text: str, _: Reader, draft: Draft) -> bool:
    told = read_narration(text.strip().rstrip("."))
    draft.counterparty = told.counterparty or draft.counterparty
    draft.reference = told.reference or draft.reference
    draft.kind = told.kind or draft.kind
    return True


def _anything(_text: str, _reader: Reader, _draft: Draft) -> bool:
    return True


# Letters of a day's name; Thai vowels are marks and no word characters.
DAY = r"\w\u0e00-\u0e7f\-/.,"
NAMED = r"[^\W\d_](?:[^\W\d_]|[\u0e00-\u0e7f.]){1,13}"
# A day begins with a number, or with a month's or weekday's name right before one: no name of a shop is taken into it.
DAY_START = rf"(?=\d|{NAMED},?\s?\d|{NAMED},\s{NAMED}\s\d|Thứ\s{NAMED}\s\d)"
SLOTS: dict[str, Slot] = {
    "amount": Slot(rf"{START}(?:{BEFORE}[.:]?\s{{0,2}}){{0,2}}[-+−]?\s?{NUMBER}(?:\s{{0,2}}{AFTER}){{0,2}}", _amount),
    "number": Slot(NUMBER, _number),
    "account": Slot(r"(?:[Xx*•·●….#\d \-]{0,30}?)\d{3,6}(?:-\d{1,3})?(?!\d)", _account),
    "iban": Slot(r"[A-Z]{2}[\dXx*•]{2}[A-Z\dXx*•· ]{4,40}", _account),
    "currency": Slot(r"[A-Za-z]{0,3}[$€£₹]?\.?", _currency, 5),
    "status": Slot(r"[^\s.,;:]{2,24}(?: [^\s.,;:]{2,24})?", _status, 50),
    "date": Slot(rf"{DAY_START}[{DAY}]{{1,14}}(?:[ ][{DAY}]{{1,14}}){{0,4}}?", _date),
    "datetime": Slot(rf"{DAY_START}[{DAY}:|+()@]{{1,14}}(?:[ ][{DAY}:|+()@]{{1,14}}){{0,8}}?", _date, 140),
    "time": Slot(r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\.?)?(?:\s\(?[A-Z]{2,4}\)?(?![A-Za-z]))?", _time),
    "counterparty": Slot(r"[^\n]{1,90}?", _counterparty),
    "merchant": Slot(r"[^\n]{1,90}?", _merchant),
    "vpa": Slot(r"[\w.\-]{1,60}@[\w.\-]{2,40}", _vpa),
    "reference": Slot(r"[#A-Za-z0-9][A-Za-z0-9\-/]{2,44}", _reference),
    "rrn": Slot(r"\d{6,22}(?!\d)", _reference, 30),
    "groups": Slot(r"(?-i:[A-Z\d]{2,14}(?: [A-Z\d]{2,14}){0,6})", _reference, 100),
    "japan_time": Slot(rf"{DAY_START}[{DAY}:|+()@]{{1,14}}(?:[ ][{DAY}:|+()@]{{1,14}}){{0,8}}?", _japan_time, 140),
    "narration": Slot(r"[^\n]{3,140}?", _narration, 140),
    "monthday": Slot(r"\d{1,2}/\d{1,2}", _monthday),
    "today": Slot(r"\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?(?:\s\(?[A-Z]{2,4}\)?)?", _today),
    "fallback": Slot(r"[A-Za-z0-9\-]{3,30}", _fallback),
    "purpose": Slot(r"[^\n]{1,120}?", _purpose, 120),
    "digits": Slot(r"\d{1,24}", _anything),
    "word": Slot(r"[^\s]{1,40}", _anything),
    "words": Slot(r"[^\n]{1,120}?", _anything, 120),
    "balance": Slot(rf"{START}(?:{BEFORE}[.:]?\s{{0,2}}){{0,2}}[-+−]?\s?{NUMBER}(?:\s{{0,2}}{AFTER}){{0,2}}", _anything),
}
