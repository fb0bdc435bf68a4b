"""A reading as one flat, printable answer."""

from decimal import Decimal

from app.domain.reading import Reading
from app.domain.transaction import Transaction
from app.parsing.evidence import Evidence
from app.parsing.explain import Explanation
from app.parsing.reader import READER_VERSION


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


def describe_why(source: str, explained: Explanation) -> dict[str, object]:
    """The same with why: the rule, the format's version, and for each transaction what is made of it, its evidence and the confidence
    by field."""
    told = describe(source, explained.reading)
    lines = [
        _line(one.transaction)
        | {"merchant": one.enrichment.merchant, "category": one.enrichment.category, "category_rule": one.enrichment.rule}
        | {"evidence": [_piece(explained, piece) for piece in one.evidence], "confidence_by_field": dict(one.confidence)}
        for one in explained.transactions
    ]
    return told | {
        "rule": explained.rule,
        "format_version": explained.version,
        "reader_version": READER_VERSION,
        "phrase": explained.quote(explained.phrase) if explained.phrase else None,
        "transactions": lines,
    }


def _piece(explained: Explanation, piece: Evidence) -> dict[str, object]:
    return {
        "field": piece.field,
        "origin": piece.origin,
        "where": piece.where,
        "start": piece.start,
        "end": piece.end,
        "quote": explained.quote(piece),
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
