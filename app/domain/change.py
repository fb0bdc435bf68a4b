"""What a second reading changes: transactions that are new, changed or gone, field by field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
# What a person would see. Which reader and format told it, and how sure it was, is no change of a transaction.
FIELDS = (
    "amount",
    "currency",
    "direction",
    "kind",
    "counterparty",
    "merchant",
    "category",
    "account_last4",
    "occurred_on",
    "occurred_time",
    "occurred_offset_minutes",
    "reference",
)


@dataclass(frozen=True, slots=True)
class Change:
    """`what` is `new` (no `before`), `gone` (no `after`) or `changed` in `fields`."""

    what: str
    message_id: str
    line: int
    fields: tuple[str, ...]
    before: Row | None
    after: Row | None


def changes(stored: Iterable[Row], told: Iterable[Row]) -> list[Change]:
    """From the rows that are stored to those that were told, in the order of mail and line; equal rows are none."""
    had = {(row["message_id"], row["line"]): row for row in stored}
    now = {(row["message_id"], row["line"]): row for row in told}
    found = (_change(key, had.get(key), now.get(key)) for key in sorted(had.keys() | now.keys()))
    return [one for one in found if one is not None]


def _change(key: tuple[str, int], before: Row | None, after: Row | None) -> Change | None:
    if before is None or after is None:
        return Change("new" if before is None else "gone", *key, (), before, after)
    fields = tuple(name for name in FIELDS if before[name] != after[name])
    return Change("changed", *key, fields, before, after) if fields else None
