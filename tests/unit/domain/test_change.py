"""What a second reading changes."""

from decimal import Decimal
from typing import Any

from app.domain.change import FIELDS, Change, changes


def row(message_id: str, line: int = 1, **values: Any) -> dict[str, Any]:
    return dict.fromkeys(FIELDS) | {"message_id": message_id, "line": line, "amount": Decimal(5), "confidence": 0.5} | values


def test_new_changed_and_gone_in_the_order_of_mail_and_line() -> None:
    stored = [row("b"), row("a", 2), row("c", counterparty="X")]
    told = [row("c", counterparty="Y", merchant="Y"), row("a", 1), row("b")]
    found = [(one.what, one.message_id, one.line, one.fields) for one in changes(stored, told)]
    assert found == [("new", "a", 1, ()), ("gone", "a", 2, ()), ("changed", "c", 1, ("counterparty", "merchant"))]


def test_who_told_it_and_how_surely_is_no_change() -> None:
    assert changes([row("a", confidence=0.5)], [row("a", confidence=0.9, reader_version=7)]) == []


def test_money_is_compared_as_numbers() -> None:
    assert changes([row("a", amount=Decimal("5.0000"))], [row("a", amount=Decimal(5))]) == []
    assert changes([row("a")], [row("a", amount=Decimal("5.01"))])[0] == Change(
        "changed", "a", 1, ("amount",), row("a"), row("a", amount=Decimal("5.01"))
    )
