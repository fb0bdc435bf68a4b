"""Markup made ready piece by piece is what it is when made ready at once, however often its pieces came before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.mail import Mail
from app.parsing import markup, repeats
from app.parsing.clean import read_page
from app.parsing.markup import MAX_TAGS, prepared
from app.parsing.repeats import Repeats

PIECES = [
    "<tr>", "<TR class=a>", "</tr>", '<td style="display:none">', "<td>", "</td>", "<p style='font-size:0'>", "</p>", "<track>",
    "<pre>\n</pre>", "15<sup>50</sup>", "<script>", "</script>", "<style>.a{display:none}", "</style>", "<b class=a>", "</b>",
    "Rs. 5", "\n", " \t", "<", ">", "é", "\ud800", "a long line that stands in no tag at all", "Total</span><span>", "<span>",
    "</span> ", "<p><b>", "</b> ",
]  # fmt: skip


def page(html: str) -> tuple[tuple[str, ...], ...]:
    return read_page(Mail({}, None, html)).lines


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_pieces_that_came_before_change_nothing(pieces: list[str]) -> None:
    source = "".join(pieces)
    fresh, wanted = Repeats(markup._prepare), prepared(source)
    for _ in range(3):
        assert prepared(source) == wanted
    whole = fresh.made_of([source])[0]
    if not whole.odd:
        assert (wanted.source, wanted.unseen) == (whole.source, whole.unseen)
    assert page(source) == page(source)


@pytest.mark.parametrize(
    ("told", "cells"),
    [
        ("Amount|$24.10", ("Amount", "$24.10")), ("Merchant:|OAK GRILL", ("Merchant:", "OAK GRILL")),
        ("Date|21 March", ("Date", "21 March")),
        ("USD|15.00", ("USD 15.00",)), ("$178|.00", ("$178.00",)), ("Oak|grill", ("Oakgrill",)), ("Rs|. 450", ("Rs. 450",)),
    ],
)  # fmt: skip
def test_spans_that_only_a_style_parts_are_cells_unless_a_word_or_a_sum_goes_on(told: str, cells: tuple[str, ...]) -> None:
    spans = "".join(f'<span style="float:left">{one}</span>' for one in told.split("|"))
    assert page(f"<div>{spans}</div>") == (cells,)


@pytest.mark.parametrize(
    ("told", "cells"),
    [
        ("<div>\n <span>Amount</span>\n <span class='v'>$24.10</span>\n</div>", ("Amount", "$24.10")),
        ("<p><strong>Merchant</strong> <span>oak grill</span></p>", ("Merchant", "oak grill")),
        ("<p><b>Amount</b> $24.10<br>and so on", ("Amount", "$24.10")),
        ("<p><span>USD</span> <span>15.00</span></p>", ("USD 15.00",)),
        ("<p>You paid <b>OAK GRILL</b> <b>$24.10</b></p>", ("You paid OAK GRILL $24.10",)),
        ("<p><b>Your card</b> was used</p>", ("Your card was used",)),
        ("<p><b>Arun</b> You paid <b>$24.10</b></p>", ("Arun You paid $24.10",)),
    ],
)
def test_two_that_are_all_a_line_holds_are_cells(told: str, cells: tuple[str, ...]) -> None:
    assert page(told)[0] == cells


def test_a_table_of_any_length_is_bounded() -> None:
    assert prepared("<tr><td>a" * MAX_TAGS).source.count("<") <= MAX_TAGS
    assert prepared("<tr" * 3 * MAX_TAGS).source.count("<") <= MAX_TAGS


def test_only_what_comes_again_is_kept() -> None:
    made: list[str] = []

    def make(text: str) -> str:
        made.append(text)
        return text.upper()

    repeated = Repeats(make, "-")
    assert repeated.made_of(["a", "b", "c"]) == ["-A-B-C"]
    assert not repeated.kept
    assert repeated.made_of(["x", "b", "y"]) == ["-X", "-B", "-Y"]
    assert repeated.kept == {"b": "-B"}
    assert repeated.made_of(["z", "w", "b"]) == ["-Z-W", "-B"]
    assert made == ["-a-b-c", "-b", "-x", "-y", "-z-w"]
    assert repeated.made_of([]) == []


@pytest.mark.parametrize(("length", "kept"), [(repeats.LONGEST, True), (repeats.LONGEST + 1, False)])
def test_what_is_long_is_not_kept(length: int, kept: bool) -> None:
    repeated = Repeats(str.upper)
    for _ in range(3):
        repeated.made_of(["a" * length])
    assert bool(repeated.kept) is kept


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeats, "MOST_KEPT", 1000)
    monkeypatch.setattr(repeats, "MOST_MET", 20)
    repeated = Repeats(str.upper)
    for number in range(200):
        text = f"{number:0100}"
        assert repeated.made_of([text, text]) in ([text * 2], [text, text])
        assert sum(map(len, repeated.kept)) == repeated.size <= 1000
        assert len(repeated.met) <= 20
