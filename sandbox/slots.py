"""The typed holes of a mail template: how each is drawn by seed, and how it is written.

A hole is `{name}` or `{name:style}`. A name is a slot of this module, or a pattern, a split or a pick which the template brings.
An unknown name or style fails when the template is made, that is at import.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from math import exp, log

from sandbox import names

Value = str | Decimal | datetime

_PENNY = Decimal("0.01")


def seeded(seed: int) -> random.Random:
    """The same seed gives the same mail, on every machine and in every version."""
    return random.Random(seed)  # noqa: S311 - invented mail, not secrets


@dataclass(frozen=True, slots=True)
class Persona:
    """Whose mailbox it is. `seed` fixes the numbers of their accounts and cards, one pair for each issuer."""

    address: str
    name: str
    seed: int

    @property
    def first(self) -> str:
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class Amounts:
    """The range an amount is drawn from, small ones more often, in units of `step`. `whole` leaves the decimals off."""

    low: int
    high: int
    whole: bool = False
    step: int = 1

    def draw(self, rng: random.Random) -> Decimal:
        value = exp(rng.uniform(log(self.low), log(self.high)))
        if self.whole or rng.random() < 0.4:
            return Decimal(int(value) * self.step)
        return Decimal(value).quantize(_PENNY)


@dataclass(slots=True)
class Draw:
    """One mail's slots while they are filled. `at` is when it happened, in the issuer's zone; `region` chooses name lists."""

    rng: random.Random
    persona: Persona
    issuer: str
    region: str
    at: datetime
    amounts: Amounts
    filled: dict[str, Value] = field(default_factory=dict)

    def one_of(self, words: Sequence[str]) -> str:
        return words[int(self.rng.random() * len(words))]


def _own_number(draw: Draw, what: str) -> str:
    """Four digits that stay the same for this persona and issuer; never ones that read like a year."""
    digits = 2100 + seeded_hash(f"{draw.persona.seed}/{draw.issuer}/{what}") % 7800
    return str(digits)


def seeded_hash(text: str) -> int:
    """FNV-1a: Python's own hash() differs from process to process."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value ^ value >> 32


def _vpa(draw: Draw) -> str:
    handle = draw.one_of(("okaxis", "ybl", "okhdfcbank", "paytm", "oksbi", "ibl"))
    owner = str(draw.filled.get("shop") or draw.filled.get("payee") or draw.one_of(names.SHOPS))
    return f"{'.'.join(owner.lower().split()[:2])}{draw.rng.randrange(10, 99)}@{handle}"


def _rrn(draw: Draw) -> str:
    """A UPI reference: last digit of the year, day of the year, eight digits."""
    return f"{draw.at.year % 10}{draw.at.timetuple().tm_yday:03d}{draw.rng.randrange(10**7, 10**8)}"


def _money(draw: Draw, low: int, high: int) -> Decimal:
    return Decimal(draw.rng.randrange(low * 100, high * 100)) / 100


# Drawn in this order, whatever order the text uses them in: a slot may look at those before it.
SLOTS: dict[str, Callable[[Draw], Value]] = {
    "amount": lambda draw: draw.amounts.draw(draw.rng),
    "date": lambda draw: draw.at,
    "due": lambda draw: draw.at + timedelta(days=draw.rng.randrange(6, 20)),
    "soon": lambda draw: draw.at + timedelta(days=2),
    "account": lambda draw: _own_number(draw, "account"),
    "card": lambda draw: _own_number(draw, "card"),
    "name": lambda draw: draw.persona.name,
    "first": lambda draw: draw.persona.first,
    "address": lambda draw: draw.persona.address,
    "payee": lambda draw: draw.one_of(names.PEOPLE[draw.region]),
    "merchant": lambda draw: draw.one_of(names.CARD_MERCHANTS[draw.region]),
    "shop": lambda draw: draw.one_of(names.SHOPS),
    "company": lambda draw: draw.one_of(names.COMPANIES[draw.region]),
    "biller": lambda draw: draw.one_of(names.BILLERS),
    "restaurant": lambda draw: draw.one_of(names.RESTAURANTS),
    "subscription": lambda draw: draw.one_of(names.SUBSCRIPTIONS),
    "item": lambda draw: draw.one_of(names.ITEMS),
    "place": lambda draw: draw.one_of(names.PLACES),
    "city": lambda draw: draw.one_of(names.CITIES),
    "toll": lambda draw: draw.one_of(names.TOLLS),
    "vpa": _vpa,
    "rrn": _rrn,
    "balance": lambda draw: _money(draw, 1_200, 240_000),
    "limit": lambda draw: _money(draw, 20_000, 400_000),
    "offer": lambda draw: Decimal(draw.rng.randrange(2, 40) * 250),
    "loan": lambda draw: Decimal(draw.rng.randrange(2, 16) * 50_000),
    "otp": lambda draw: f"{draw.rng.randrange(100_000, 1_000_000)}",
}
ORDER = {name: place for place, name in enumerate(SLOTS)}


def pattern(draw: Draw, mask: str) -> str:
    """`#` a digit, `@` a capital letter, `%y %m %d` and the like from the date; everything else as it stands."""
    mask = stamp(mask)(draw.at) if "%" in mask else mask
    rng = draw.rng
    return "".join(
        chr(48 + int(rng.random() * 10)) if sign == "#" else chr(65 + int(rng.random() * 26)) if sign == "@" else sign
        for sign in mask
    )


def split(amount: Decimal, parts: Sequence[str]) -> dict[str, Value]:
    """Shares that add up to the amount exactly: most in the first, the last takes what rounding leaves."""
    shares: dict[str, Value] = {}
    rest = amount
    for part in parts[:-1]:
        share = (amount * (Decimal("0.82") if not shares else Decimal("0.07"))).quantize(_PENNY)
        shares[part] = share
        rest -= share
    shares[parts[-1]] = rest
    return shares


def _lakhs(amount: Decimal) -> str:
    """Indian grouping: 12,34,567.00"""
    whole, _, pence = f"{amount:.2f}".partition(".")
    head, tail = whole[:-3], whole[-3:]
    return f"{re.sub(r'(?<=.)(?=(..)+$)', ',', head)},{tail}.{pence}" if head else f"{tail}.{pence}"


MONEY: Mapping[str, Callable[[Decimal], str]] = {
    "": lambda amount: f"{amount:,.2f}",
    "in": _lakhs,
    "plain": lambda amount: f"{amount:.2f}",
    "short": lambda amount: f"{amount:f}",
    "whole": lambda amount: f"{amount:,.0f}",
    "eu": lambda amount: f"{amount:,.2f}".translate(str.maketrans(",.", ".,")),
}
_PORTUGUESE = ("JAN", "FEV", "MAR", "ABR", "MAI", "JUN", "JUL", "AGO", "SET", "OUT", "NOV", "DEZ")  # fmt: skip
_ORDINAL = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")  # fmt: skip

# strftime's codes, and `%P` for the Portuguese month, `%O` for the English ordinal: a %-format and what goes into it.
_CODES: Mapping[str, tuple[str, Callable[[datetime], object]]] = {
    "d": ("%02d", lambda at: at.day),
    "-d": ("%d", lambda at: at.day),
    "m": ("%02d", lambda at: at.month),
    "-m": ("%d", lambda at: at.month),
    "y": ("%02d", lambda at: at.year % 100),
    "Y": ("%04d", lambda at: at.year),
    "H": ("%02d", lambda at: at.hour),
    "I": ("%02d", lambda at: at.hour % 12 or 12),
    "-I": ("%d", lambda at: at.hour % 12 or 12),
    "M": ("%02d", lambda at: at.minute),
    "S": ("%02d", lambda at: at.second),
    "p": ("%s", lambda at: "AM" if at.hour < 12 else "PM"),
    "b": ("%s", lambda at: _MONTHS[at.month - 1][:3]),
    "B": ("%s", lambda at: _MONTHS[at.month - 1]),
    "a": ("%s", lambda at: _WEEKDAYS[at.weekday()][:3]),
    "A": ("%s", lambda at: _WEEKDAYS[at.weekday()]),
    "z": ("%s", lambda at: at.isoformat()[-6:].replace(":", "")),
    "P": ("%s", lambda at: _PORTUGUESE[at.month - 1]),
    "O": ("%s", lambda at: f"{at.day}{_ORDINAL.get(at.day, 'th')}"),
}


@cache
def stamp(style: str) -> Callable[[datetime], str]:
    """strftime in English whatever the locale, and several times as fast; `~` before the style makes lower case of the result."""
    getters: list[Callable[[datetime], object]] = []

    def code(found: re.Match[str]) -> str:
        form, getter = _CODES[found[1]]
        getters.append(getter)
        return form

    form = re.sub(r"%(-?[A-Za-z])", code, style.removeprefix("~"))
    if style.startswith("~"):
        return lambda at: (form % tuple([getter(at) for getter in getters])).lower()
    return lambda at: form % tuple([getter(at) for getter in getters])


def written(value: Value, style: str) -> str:
    """A value as the mail shows it: money by a style of MONEY, a date by `stamp`, words as they are or in capitals."""
    if isinstance(value, str):
        return value.upper() if style == "upper" else value
    return MONEY[style](value) if isinstance(value, Decimal) else stamp(style)(value)
