"""The truth about a mailbox: what every mail says of money, from the values filled in, never from reading the mail."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypedDict


class Expected(TypedDict):
    """One movement of money as the mail tells it. `occurred_at` is ISO 8601, exactly as far as the mail says."""

    amount: str
    currency: str
    direction: str
    kind: str
    counterparty: str | None
    account_last4: str | None
    occurred_at: str | None
    reference: str | None


# Without these there is no movement.
_NEEDED = ("amount", "currency", "direction")


class Entry(Expected):
    """`message_id` and `line` are the key: Gmail's id within the mailbox, and which transaction of that mail, from 1."""

    message_id: str
    line: int


# ISO 4217 currencies without a minor unit; all others here have two digits.
_WHOLE_CURRENCIES = frozenset({"JPY", "KRW", "VND", "CLP", "PYG", "UGX", "XAF", "XOF"})


def decimal_text(amount: Decimal, currency: str) -> str:
    """`1234.50`; without decimals where the currency has no minor unit."""
    return f"{amount:.0f}" if currency in _WHOLE_CURRENCIES else f"{amount:.2f}"


def expected(given: Any) -> Expected | None:
    """As a test or a corpus writes it: None for a notice, and what is left out is not said by the mail. Raises ValueError."""
    if given is None:
        return None
    if not isinstance(given, dict) or not all(isinstance(given.get(name), str) for name in _NEEDED):
        raise ValueError(f"expected is null, or an object with the texts {', '.join(_NEEDED)}")
    return {
        "amount": given["amount"],
        "currency": given["currency"],
        "direction": given["direction"],
        "kind": given.get("kind", "other"),
        "counterparty": given.get("counterparty"),
        "account_last4": given.get("account_last4"),
        "occurred_at": given.get("occurred_at"),
        "reference": given.get("reference"),
    }


def entry(message_id: str, expected: Expected) -> Entry:
    return {"message_id": message_id, "line": 1, **expected}


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda one: (one["message_id"], one["line"]))
