from typing import Any

import pytest

from app.local.compare import TIMELESS_FIELDS, Difference, compare, imbalances

ENTRY: dict[str, Any] = {
    "message_id": "m1",
    "line": 1,
    "amount": "1250.00",
    "currency": "INR",
    "direction": "debit",
    "kind": "purchase",
    "counterparty": "Chaat Corner",
    "account_last4": "1234",
    "occurred_at": "2026-03-06",
    "reference": None,
}
BALANCED: dict[str, Any] = {
    "status": "completed",
    "total_emails": 10,
    "processed_emails": 10,
    "parsed_transactions": 5,
    "skipped_emails": 3,
    "failed_emails": 2,
    "outcomes": {"stored": 4, "duplicate": 1, "notice": 2, "gone": 1, "unparsed": 1, "failed": 1},
}


def test_equal_sides_have_no_differences_whatever_their_order() -> None:
    other = ENTRY | {"message_id": "m2"}
    comparison = compare([ENTRY, other], [other, ENTRY])
    assert (comparison.ledger, comparison.stored, comparison.differences) == (2, 2, ())


@pytest.mark.parametrize("amount", ["1250", "1250.0000", 1250])
def test_amounts_are_compared_as_numbers(amount: object) -> None:
    assert compare([ENTRY], [ENTRY | {"amount": amount}]).differences == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("amount", "1250.01"),
        ("currency", "USD"),
        ("direction", "credit"),
        ("kind", "refund"),
        ("counterparty", "chaat corner"),
        ("account_last4", None),
        ("occurred_at", "2026-03-06T00:00:00"),
        ("reference", "1"),
    ],
)
def test_every_field_counts(field: str, value: object) -> None:
    assert compare([ENTRY], [ENTRY | {field: value}]).differences == (Difference("changed", "m1", 1, (field,)),)


def test_times_count_only_when_the_mails_were_dated_once() -> None:
    other = ENTRY | {"occurred_at": "2026-03-07"}
    assert compare([ENTRY], [other], TIMELESS_FIELDS).differences == ()
    assert compare([ENTRY], [other | {"amount": "1"}], TIMELESS_FIELDS).differences == (
        Difference("changed", "m1", 1, ("amount",)),
    )


def test_missing_and_extra_are_told_apart_by_message_and_line() -> None:
    comparison = compare([ENTRY], [ENTRY | {"line": 2}])
    assert comparison.differences == (Difference("missing", "m1", 1), Difference("extra", "m1", 2))
    assert [comparison.count(what) for what in ("missing", "extra", "changed")] == [1, 1, 0]


def test_a_doubled_transaction_is_never_folded_away() -> None:
    comparison = compare([ENTRY], [ENTRY, ENTRY])
    assert comparison.stored == 2
    assert comparison.differences == (Difference("extra", "m1", 1),)


def test_a_difference_names_fields_but_no_values() -> None:
    (difference,) = compare([ENTRY], [ENTRY | {"counterparty": "Secret", "kind": "fee"}]).differences
    assert str(difference) == "changed m1 line 1: kind, counterparty"


def test_a_balanced_job_has_no_imbalances() -> None:
    assert imbalances(BALANCED) == ()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"status": "failed"}, "status is failed"),
        ({"total_emails": 11}, "10 of 11 mails processed"),
        ({"total_emails": 9, "processed_emails": 9}, "9 mails processed, but the outcomes say 10"),
        ({"skipped_emails": 2}, "2 mails skipped, but the outcomes say 3"),
        ({"failed_emails": 0}, "0 mails failed, but the outcomes say 2"),
        ({"parsed_transactions": 3}, "3 transactions from 4 mails"),
    ],
)
def test_each_imbalance_is_said(wrong: dict[str, Any], sentence: str) -> None:
    assert imbalances(BALANCED | wrong) == (sentence,)
