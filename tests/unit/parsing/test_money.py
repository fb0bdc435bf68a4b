"""Amounts are found beside digits only, and none is missed for that."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.parsing import money
from app.parsing.clean import Page, lower, read_page
from app.parsing.generic.amounts import candidates, names_amount
from app.parsing.generic.events import find_events
from app.parsing.generic.pairs import pairs_of
from app.parsing.money import MONEY, find_money
from app.parsing.rfc822 import mail_from_bytes
from benchmarks.accuracy import as_bytes, samples_of

CORPUS = Path(__file__).parents[3] / "tests" / "corpus"

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


@pytest.mark.parametrize("country", [None, "JP"])
@pytest.mark.parametrize("name", ["strangers", "private"])
def test_a_mail_that_seems_to_name_no_sum_has_no_candidate(name: str, country: str | None) -> None:
    pages = [read_page(mail_from_bytes(as_bytes(sample))) for sample in samples_of(CORPUS / "heldout" / f"{name}.jsonl")]
    silent = [page for page in pages if not names_amount(page, country)]
    for page in silent:
        lowered = lower(page.text)
        assert not candidates(page, lowered, pairs_of(page), list(find_events(lowered)), country), page.text
    assert country or silent


def test_a_sum_without_a_currency_stands_beside_its_label_or_below() -> None:
    rows = (("Hello",), ("Amount", "1,500.00"), ("Total",), ("1,700.00",), ("Bye",))
    for at, wanted in ((1, True), (3, True), (0, False), (4, False)):
        lines = rows[at - 1 : at + 1] if at == 3 else rows[at : at + 1]
        assert names_amount(Page("", lines, "\n".join(" ".join(row) for row in lines)), "JP") is wanted


def test_the_year_of_a_date_before_a_sign_is_no_sum() -> None:
    told = [(str(one.amount), one.currency) for one in find_money("Er is op 9-11-2026 € 310,00 afgeschreven", "NL")]
    assert told == [("310.00", "EUR")]


@pytest.mark.parametrize(
    ("printed", "country", "told"),
    [
        ("för 349:50 kr på", "SE", ("349.50", "SEK")),
        ("paiement de 249,00 DH chez", "MA", ("249.00", "MAD")),
        ("spent 249.00 Dhs at", "AE", ("249.00", "AED")),
        ("145.20 lei la", "MD", ("145.20", "MDL")),
        ("1.290,-Kč za", "CZ", ("1290", "CZK")),
        ("-3 500F pour", "SN", ("3500", "XOF")),
        ("1 250,00 DT chez", "TN", ("1250.00", "TND")),
        ("RO 1.250 at", "OM", ("1.250", "OMR")),
        ("20,00 $ CA chez", None, ("20.00", "CAD")),
        ("Bs. 20,00 en", "VE", ("20.00", "VES")),
        ("มียอดใช้ 1,290.00 บ. ที่", None, ("1290.00", "THB")),
    ],
)
def test_a_sign_of_several_lands_means_the_sender_s(printed: str, country: str | None, told: tuple[str, str]) -> None:
    assert [(str(one.amount), one.currency) for one in find_money(printed, country)] == [told]


def test_letters_that_are_money_at_home_are_letters_elsewhere() -> None:
    assert not list(find_money("see page 12 F or RO 1.250 of BD 4 in N20 km", "GB"))
