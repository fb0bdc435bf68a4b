"""Amounts are found beside digits only, and none is missed for that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.parsing import money
from app.parsing.money import MONEY, find_money

PIECES = [
    "Rs. ",
    "$",
    "US$ ",
    "(USD) ",
    "1",
    "234",
    ",",
    ".",
    " ",
    "\n",
    "50",
    "€",
    " kr",
    " EUR",
    "/-",
    "%",
    "-",
    "x",
    "INR",
    "word " * 12,
    "٣",
]


@given(st.lists(st.sampled_from(PIECES), min_size=20, max_size=60))
def test_a_long_text_is_searched_at_its_digits_only(pieces: list[str]) -> None:
    text = "".join(pieces) + "." * money.SHORT
    assert [found.span() for found in money._places(text)] == [found.span() for found in MONEY.finditer(text)]


@pytest.mark.parametrize("far", [0, 30, 41, 59, 99, 101, 300])
def test_every_amount_of_a_long_text_is_found(far: int) -> None:
    text = f"{'a' * far} (US$) Rs. 1,234.50 {' ' * far}you paid 1 234,56 € EUR{'b' * far}, $5."
    assert [str(one.amount) for one in find_money(text + " " * money.SHORT, "IN")] == ["1234.50", "1234.56", "5"]
