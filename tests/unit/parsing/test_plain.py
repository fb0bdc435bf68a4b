"""Plain text that was made from a table reads as the table."""

import pytest

from app.parsing import parse
from app.parsing.clean import text_rows
from tests.unit.parsing.mails import text_mail

ROWS = (("Amount", "USD 24.10"), ("Merchant", "OAK GRILL"), ("Card", "****6031"), ("Date", "21 March 2026"))


def told(lines: list[str]) -> list[tuple[str, str | None, str | None]]:
    text = "\n".join(["Your card was used.", *lines])
    return [(str(one.amount), one.counterparty, one.account_last4) for one in parse(text_mail(text)).transactions]


@pytest.mark.parametrize("shape", ["{0}\t{1}", "| {0} | {1} |", "{0} | {1}", "*{0}:* *{1}*", "*{0}:* {1}", "{0}:\n\t{1}"])
def test_columns_are_kept_apart_by_tabs_bars_and_asterisks(shape: str) -> None:
    assert told([shape.format(label, value) for label, value in ROWS]) == [("24.10", "OAK GRILL", "6031")]


def test_a_head_may_stand_above_its_values_cell_by_cell() -> None:
    labels, values = zip(*ROWS, strict=True)
    assert told([*labels, *values]) == [("24.10", "OAK GRILL", "6031")]


def test_signs_within_a_sentence_or_a_name_are_no_columns() -> None:
    sentence = "You paid DLC*FAST EATS with card *1234, and as long a line as this one is a sentence\tthough it holds a tab."
    assert text_rows(sentence) == ((sentence.replace("\t", " "),),)
