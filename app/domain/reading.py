"""What the reader says of one mail: transactions, or a notice, or unparsed, and why."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.transaction import Transaction


class Verdict(StrEnum):
    """`notice`: read, and no money moved. `unparsed`: looks like money moved, could not be read."""

    TRANSACTION = "transaction"
    NOTICE = "notice"
    UNPARSED = "unparsed"


class Pocket(StrEnum):
    """Where money went that stayed its owner's: to a card's debt, or to another account."""

    CARD = "card"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Reading:
    """`reason` is a stable code (`otp`, `promotion`, `untrusted_sender`, `no_amount` …) and is set unless transactions were read.

    `issuer` and `format` name what matched (`generic` for the general reader); `confidence` runs from 0 to 1.
    `pocket` is set where the mail says that its payment only changed pockets.
    """

    verdict: Verdict
    transactions: tuple[Transaction, ...] = ()
    issuer: str | None = None
    format: str | None = None
    confidence: float = 0.0
    reason: str | None = None
    pocket: Pocket | None = None

    def __post_init__(self) -> None:
        if (self.verdict is Verdict.TRANSACTION) != bool(self.transactions):
            raise ValueError("a reading holds transactions exactly when its verdict says so")
