"""Looking where a label can stand finds what looking everywhere finds."""

from hypothesis import given
from hypothesis import strategies as st

from app.parsing.generic.pairs import COLON_LABEL, _before_colons

PIECES = [
    "Date", "Amount paid", "Rs. 5", ":", " ", ": ", "a", "//", "12:30", "é", "(", "x" * 30, "word " * 30, " - ",
    "Total", "to", "\n", "|", ";", "12", "1",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_labels_are_found_before_their_colons(cell: str) -> None:
    assert [found.span() for found in _before_colons(cell)] == [found.span() for found in COLON_LABEL.finditer(cell)]
