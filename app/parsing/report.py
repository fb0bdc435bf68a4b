"""A reading as one flat, printable answer."""

from decimal import Decimal

from app.domain.reading import Reading
from app.domain.transaction import Transaction


def describe(source: str, reading: Reading) -> dict[str, object]:
    """What `parse --json` prints for one mail. Amounts are plain decimal strings, moments ISO 8601 as far as the mail says."""
    return {
        "source": source,
        "outcome": reading.verdict.value,
        "transactions": [_line(transaction) for transaction in reading.transactions],
        "issuer": reading.issuer,
        "format": reading.format,
        "confidence": reading.confidence,
        "reason": reading.reason,
    }


def _line(transaction: Transaction) -> dict[str, object]:
    return {
        "amount": plain(transaction.amount),
        "currency": transaction.currency,
        "direction": transaction.direction.value,
        "kind": transaction.kind.value,
        "counterparty": transaction.counterparty,
        "account_last4": transaction.account_last4,
        "occurred_at": transaction.occurred.isoformat() if transaction.occurred else None,
        "reference": transaction.reference,
    }


def plain(amount: Decimal) -> str:
    return format(amount, "f")
