"""A usual head is cut before parsing; one that a parser may read otherwise is left to it."""

import pytest

from app.domain.mail import Mail
from app.parsing.clean import read_page
from app.parsing.head import without_head
from tests.stopwatch import ends_within

USUAL = (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Alert</title>\n'
    "<!--[if mso]><style>p{margin:0}</style><![endif]-->\n"
    "<!--[if !mso]><!--><link href='x.css' rel=stylesheet /><!--<![endif]-->\n"
    '<style type="text/css">.gone{display:none} a > b{color:red}</style></head>\n'
)
BODY = '<body><p>Rs. 5 debited</p><p class="gone">Rs. 7 credited</p></body></html>'


def page(markup: str) -> str:
    return read_page(Mail({}, None, markup, None)).text


def test_a_usual_head_is_cut_and_its_style_sheet_still_hides() -> None:
    kept, sheets = without_head(USUAL + BODY)
    assert kept == '<!DOCTYPE html>\n<html lang="en">' + BODY
    assert any(".gone" in sheet for sheet in sheets)
    assert page(USUAL + BODY) == "Rs. 5 debited"


@pytest.mark.parametrize("hiding", ['style="display:none"', "hidden", 'class="gone"'])
def test_what_hides_the_whole_page_hides_it(hiding: str) -> None:
    assert page(USUAL.replace('lang="en"', hiding) + BODY) == ""
    assert page(USUAL + BODY.replace("<body", f"<body {hiding}")) == ""


@pytest.mark.parametrize(
    "inside",
    [
        '<meta a"b=" c><style>p{}</style>',
        '<meta content="a> <style>p{}</style>',
        '<meta ="a=" c>',
        "<!--> seen <!-- -->",
        "<!-- a --!> seen -->",
        "<script>document.write('<body>')</script>",
        "<noscript><p>seen</p></noscript>",
        "words of its own",
        "<style>p{} ",
    ],
)
def test_a_head_that_may_be_read_otherwise_is_left_to_the_parser(inside: str) -> None:
    markup = f"<html><head>{inside}</head>{BODY}"
    assert without_head(markup) == (markup, ())


def test_an_element_hidden_twice_is_dropped_once() -> None:
    assert page('<body><p hidden style="display:none">Rs. 7 <b>credited</b></p><p>Rs. 5 debited</p></body>') == "Rs. 5 debited"


@pytest.mark.parametrize(
    "piece", ["<meta a=b ", "<meta a='b' ", "<!-- - ", "<!----", "<style>", "<title> ", "\n", "<meta a=/", "<link>", "<"]
)
def test_no_head_is_slow(piece: str) -> None:
    head = "<html><head>" + (piece * 20_000)[:19_000]
    assert ends_within(0.05, lambda: without_head(head + BODY))
