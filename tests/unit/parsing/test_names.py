"""Names of payees as they stand in sentences."""

import pytest

from app.parsing import parse
from app.parsing.slots import clean_name
from tests.unit.parsing.mails import text_mail


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        ("to VPA ravi.tea@okvin (RAVI TEA STALL).", "RAVI TEA STALL"),
        ("to VPA ravi.tea@okvin RAVI TEA STALL on 12-05-26.", "RAVI TEA STALL"),
    ],
)
def test_a_payee_in_brackets_is_named_without_them(behind: str, name: str) -> None:
    mail = text_mail(f"Dear Customer, Rs.125.50 debited from a/c XX4410 on 12-05-26 {behind} UPI Ref No 613298765432.")
    assert [one.counterparty for one in parse(mail).transactions] == [name]


def test_whole_brackets_belong_to_a_name() -> None:
    assert clean_name("RAVI TEA STALL (MUMBAI)") == "RAVI TEA STALL (MUMBAI)"
