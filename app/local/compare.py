"""Are the stored transactions the ones the mailbox's ledger tells of, and do a job's counters add up? Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Record = Mapping[str, Any]
Key = tuple[str, int]

FIELDS = ("amount", "currency", "direction", "kind", "counterparty", "account_last4", "occurred_at", "reference")
# The sandbox dates its mails back from its start: what an earlier run imported was dated otherwise.
TIMELESS_FIELDS = tuple(name for name in FIELDS if name != "occurred_at")


@dataclass(frozen=True, slots=True)
class Difference:
    """A transaction that is `missing`, `extra`, or `changed` in the fields named. No values: they are a person's."""

    what: str
    message_id: str
    line: int
    fields: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = f"{self.what} {self.message_id} line {self.line}"
        return f"{where}: {', '.join(self.fields)}" if self.fields else where


@dataclass(frozen=True, slots=True)
class Comparison:
    """One mailbox: how many transactions its ledger tells of, how many are stored, and each difference in the order of keys."""

    ledger: int
    stored: int
    differences: tuple[Difference, ...]

    def count(self, what: str) -> int:
        return sum(difference.what == what for difference in self.differences)


def compare(ledger: Iterable[Record], stored: Iterable[Record], fields: Sequence[str] = FIELDS) -> Comparison:
    """Field by field. A key that comes twice on either side is an `extra` of its own, never silently folded."""
    wanted, twice = _by_key(ledger)
    got, doubled = _by_key(stored)
    differences = [Difference("missing", *key) for key in wanted.keys() - got.keys()]
    differences += [Difference("extra", *key) for key in [*(got.keys() - wanted.keys()), *twice, *doubled]]
    for key in wanted.keys() & got.keys():
        changed = tuple(name for name in fields if not _same(name, wanted[key].get(name), got[key].get(name)))
        if changed:
            differences.append(Difference("changed", *key, changed))
    return Comparison(
        ledger=len(wanted) + len(twice),
        stored=len(got) + len(doubled),
        differences=tuple(sorted(differences, key=lambda one: (one.message_id, one.line, one.what))),
    )


def imbalances(status: Record) -> tuple[str, ...]:
    """What is wrong with the counters of a job that should be completed; empty when it balances."""
    found = []
    if status["status"] != "completed":
        found.append(f"status is {status['status']}")
    if status["total_emails"] != status["processed_emails"]:
        found.append(f"{status['processed_emails']} of {status['total_emails']} mails processed")
    parts = status["outcomes"]
    sums = {
        "processed": sum(parts.values()),
        "skipped": parts["notice"] + parts["gone"],
        "failed": parts["unparsed"] + parts["failed"],
    }
    for name, count in sums.items():
        if status[f"{name}_emails"] != count:
            found.append(f"{status[f'{name}_emails']} mails {name}, but the outcomes say {count}")
    if status["parsed_transactions"] < parts["stored"]:
        found.append(f"{status['parsed_transactions']} transactions from {parts['stored']} mails")
    return tuple(found)


def _by_key(records: Iterable[Record]) -> tuple[dict[Key, Record], list[Key]]:
    """The first record of each key, and the keys of the others."""
    first: dict[Key, Record] = {}
    again: list[Key] = []
    for record in records:
        key = (str(record["message_id"]), int(record["line"]))
        if key in first:
            again.append(key)
        else:
            first[key] = record
    return first, again


def _same(name: str, wanted: Any, got: Any) -> bool:
    if name == "amount":
        return Decimal(str(wanted)) == Decimal(str(got))
    return bool(wanted == got)
