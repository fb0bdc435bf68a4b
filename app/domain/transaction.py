"""Money that moved, as a mail tells it, and what became of a mail that was read."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum


class Direction(StrEnum):
    DEBIT = "debit"
    CREDIT = "credit"


class Kind(StrEnum):
    PURCHASE = "purchase"
    TRANSFER = "transfer"
    WITHDRAWAL = "withdrawal"
    REFUND = "refund"
    REVERSAL = "reversal"
    FEE = "fee"
    SALARY = "salary"
    INTEREST = "interest"
    BILL_PAYMENT = "bill_payment"
    TOPUP = "topup"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Moment:
    """When it happened, as far as the mail says: a date, perhaps a wall-clock time, perhaps an offset in minutes from UTC.

    An offset without a time does not exist.
    """

    on: date
    at: time | None = None
    offset_minutes: int | None = None

    def __post_init__(self) -> None:
        if self.at is None and self.offset_minutes is not None:
            raise ValueError("an offset needs a time")

    def isoformat(self) -> str:
        """`2026-03-06`, `2026-03-06T11:11:09` or `2026-03-06T11:11:09+05:30`."""
        if self.at is None:
            return self.on.isoformat()
        stamp = f"{self.on.isoformat()}T{self.at.replace(tzinfo=None).isoformat(timespec='seconds')}"
        if self.offset_minutes is None:
            return stamp
        sign = "-" if self.offset_minutes < 0 else "+"
        hours, minutes = divmod(abs(self.offset_minutes), 60)
        return f"{stamp}{sign}{hours:02d}:{minutes:02d}"


@dataclass(frozen=True, slots=True)
class Transaction:
    """One movement of money. `amount` is positive, `currency` an ISO 4217 code, `account_last4` the user's own."""

    amount: Decimal
    currency: str
    direction: Direction
    kind: Kind = Kind.OTHER
    counterparty: str | None = None
    account_last4: str | None = None
    occurred: Moment | None = None
    reference: str | None = None
