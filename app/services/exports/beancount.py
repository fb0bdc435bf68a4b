"""Plain text double entry: an account of the issuer's on one side, a category on the other."""

import re
from collections.abc import Iterator

from app.services.exports.source import Source, day_of, one_line
from app.services.transactions import StoredTransaction

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9]+")
_ROOTS = {"income": ("Income",), "transfers": ("Equity", "Transfers"), "savings": ("Assets", "Savings")}
_BEGINNING = "1970-01-01"


def write(source: Source) -> Iterator[str]:
    yield 'option "title" "FinCoach Sync"\n'
    opened: set[str] = set()
    for one in source.transactions():
        mine, theirs = _account(one), _category(one)
        for name in (mine, theirs):
            if name not in opened:
                opened.add(name)
                yield f"{_BEGINNING} open {name}\n"
        yield _entry(one, mine, theirs)


def _entry(one: StoredTransaction, mine: str, theirs: str) -> str:
    out = f"{one.amount:f} {one.currency}"
    ours, others = (f"-{out}", out) if one.direction == "debit" else (out, f"-{out}")
    facts = {"id": str(one.id), "message_id": one.message_id, "reference": one.reference}
    lines = [
        f"{day_of(one).isoformat()} * {_quoted(one.merchant or one.counterparty or '')} {_quoted(one.kind)}",
        *(f"  {name}: {_quoted(value)}" for name, value in facts.items() if value),
        f"  {mine}  {ours}",
        f"  {theirs}  {others}",
    ]
    return "\n".join(lines) + "\n\n"


def _account(one: StoredTransaction) -> str:
    return _named("Assets", one.issuer or "Unknown", *([one.account_last4] if one.account_last4 else []))


def _category(one: StoredTransaction) -> str:
    """`income.salary` is Income:Salary; what stays with the person is no expense; all else is one, less what came back."""
    top, *rest = one.category.split(".")
    root = _ROOTS.get(top)
    return _named(*root, *(rest or ["Other"])) if root else _named("Expenses", top, *rest)


def _named(*parts: str) -> str:
    """A part begins with a capital or a digit and holds letters, digits and dashes."""
    cleaned = (_NOT_IN_A_NAME.sub("-", part).strip("-") for part in parts)
    return ":".join(part[:1].upper() + part[1:] if part else "Other" for part in cleaned)


def _quoted(text: str) -> str:
    return '"' + one_line(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
