"""Amounts as people write them: 1,234.56 · 1.234,56 · 1 234,56 · 1'234.56 · 1,23,456.00 · .35 · 459:-"""

import re
import unicodedata
from decimal import Decimal

# No payment of a person is larger; a longer run of digits is an account or a reference.
LARGEST = Decimal(10) ** 13
# Currencies with three decimals: their 1.500 is one and a half.
THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
GROUPERS = " '’`\u00a0\u202f\u2009٬"

# At most six groups, so that no input makes it walk far. A blank groups only three digits, and only after one to three.
NUMBER = (
    r"(?:\d{1,3}(?:[.,'’`٬\u00a0\u202f]\d{2,3}){1,6}(?:[.,]\d{1,3})?(?!\d)|\d{1,3}(?: \d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)"
    r"|\d{1,13}(?:[.,]\d{1,8})?|(?<![\d.,])[.,]\d{1,2}(?!\d))"
)
GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+")


def parse_number(text: str, currency: str | None = None) -> Decimal | None:
    """The value of a printed number, or None when it is not one. `currency` settles how many decimals `1.500` has."""
    digits = _ascii(text)
    whole, decimals = _parts(digits, currency)
    if whole is None:
        return None
    value = Decimal(f"{whole or '0'}.{decimals or '0'}")
    return Decimal(f"{whole or '0'}.{decimals}" if decimals else whole) if value < LARGEST else None


def _ascii(text: str) -> str:
    bare = text.strip().rstrip("-–:/ ").rstrip(",. ").replace(":", ".")
    if bare.isascii():
        return bare.replace(" ", "").replace("'", "").replace("`", "")
    out = []
    for char in bare:
        if char.isdecimal():
            out.append(str(unicodedata.decimal(char)))
        elif char not in GROUPERS:
            out.append("." if char == "٫" else char)
    return "".join(out)


def _parts(digits: str, currency: str | None) -> tuple[str | None, str]:  # noqa: PLR0911  one way of writing a number a line
    bare = digits.replace(".", "").replace(",", "")
    if not bare.isdigit() or len(digits) > 26:
        return None, ""
    dots, commas = digits.count("."), digits.count(",")
    if not dots and not commas:
        return digits, ""
    last = max(digits.rfind("."), digits.rfind(","))
    head, tail = digits[:last], digits[last + 1 :]
    if dots and commas:
        return _mixed(digits, head, tail)
    if dots + commas > 1:
        return (bare, "") if GROUPED.fullmatch(digits) else (None, "")
    if len(tail) == 3 and head.isdigit() and len(head) <= 3 and head != "0":
        if currency in THREE_DECIMALS:
            return head, tail
        return bare, ""
    return head, tail


def _mixed(digits: str, head: str, tail: str) -> tuple[str | None, str]:
    mark = digits[len(head)]
    if mark in head:
        # The later mark comes twice: it groups, and the other one cannot stand between groups.
        return None, ""
    return head.replace(".", "").replace(",", ""), tail
