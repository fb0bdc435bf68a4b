"""CSV: all there is to a transaction, and the columns that Firefly III's importer knows by name.

A cell that a spreadsheet would take for a formula gets an apostrophe in front: a merchant chooses its own name.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from app.services.exports.source import Source, day_of, one_line
from app.services.transactions import StoredTransaction

COLUMNS = (
    "id", "message_id", "line", "occurred_at", "received_at", "direction", "amount", "currency", "kind", "counterparty",
    "merchant", "account_last4", "reference", "category", "issuer", "format", "confidence",
)  # fmt: skip
# The importer's roles, so that it maps them by itself. Two columns of amounts, for a minus in front would be a formula.
FIREFLY_COLUMNS = (
    "date_transaction", "amount_debit", "amount_credit", "currency-code", "description", "opposing-name", "account-name",
    "category-name", "internal_reference", "external-id", "note",
)  # fmt: skip
# With what a full-width keyboard writes; spreadsheets take it for the same.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def plain(source: Source) -> Iterator[str]:
    return _lines(COLUMNS, (_cells(one) for one in source.transactions()))


def firefly(source: Source) -> Iterator[str]:
    return _lines(FIREFLY_COLUMNS, (_firefly_cells(one) for one in source.transactions()))


def safe(cell: str) -> str:
    """The cell as it may be shown by a spreadsheet."""
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell


def _lines(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield ",".join(head) + "\r\n"
    for row in rows:
        line = io.StringIO()
        csv.writer(line, quoting=csv.QUOTE_ALL).writerow(map(safe, row))
        yield line.getvalue()


def _cells(one: StoredTransaction) -> list[str]:
    shown = {
        **{name: getattr(one, name) for name in COLUMNS},
        "amount": f"{one.amount:f}",
        "received_at": one.received_at.isoformat(),
    }
    return ["" if shown[name] is None else str(shown[name]) for name in COLUMNS]


def _firefly_cells(one: StoredTransaction) -> list[str]:
    amount, who = f"{one.amount:f}", one_line(one.merchant or one.counterparty or "")
    return [
        day_of(one).isoformat(),
        amount if one.direction == "debit" else "",
        amount if one.direction == "credit" else "",
        one.currency,
        who or one.kind,
        who,
        " ".join(part for part in (one.issuer, one.account_last4) if part) or "unknown",
        one.category,
        one.reference or "",
        str(one.id),
        one.kind,
    ]
