"""Style sheets hide as a browser would have it: by any selector, in their order, on every screen or on some only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.mail import Mail
from app.parsing.clean import read_page
from app.parsing.sheets import hiding
from tests.stopwatch import ends_within


def seen(sheet: str, html: str, *, in_head: bool = True, tag: str = "<style>") -> str:
    styled = f"{tag}{sheet}</style>"
    head, body = (styled, "") if in_head else ("", styled)
    markup = f"<html><head>{head}</head><body>{body}{html}<p>The visible line of the mail.</p></body></html>"
    return read_page(Mail({"from": ("Some Bank <alerts@somebank.example>",)}, None, markup)).text


@pytest.mark.parametrize("in_head", [True, False])
@pytest.mark.parametrize(
    ("sheet", "html"),
    [
        (".pre{display:none}", '<p class="x pre">DECOY</p>'),
        ("#pre{display:none}", '<p id="pre">DECOY</p>'),
        ("q{display:none}", "<div><q>DECOY</q></div>"),
        ("p.pre, .other { color: red; DISPLAY : None !important }", '<p class="pre" style="display:block">DECOY</p>'),
        ("[data-decoy]{visibility:hidden}", '<p data-decoy="1">DECOY</p>'),
        ("td[align='right']{display:none}", '<table><tr><td align="right">DECOY</td></tr></table>'),
        (".card .old{display:none}", '<div class="card"><div><p class="old">DECOY</p></div></div>'),
        (".card > .old{display:none}", '<div class="card"><p class="old">DECOY</p></div>'),
        (".pre{max-height:0;overflow:hidden}", '<p class="pre">DECOY</p>'),
        (".pre{opacity:0}", '<p class="pre" style="display:block">DECOY</p>'),
        (".pre{font-size:0}", '<p class="pre">DECOY</p>'),
        ("/* the preheader */ .pre /**/ {display:none}", '<p class="pre">DECOY</p>'),
        ("@media all{.pre{display:none}}", '<p class="pre">DECOY</p>'),
        ("@media only screen{.pre{display:none}} .x{}", '<p class="pre">DECOY</p>'),
        ("<!-- .pre{display:none} -->", '<p class="pre">DECOY</p>'),
        (".pre{display:none !important} .pre{display:block}", '<p class="pre">DECOY</p>'),
    ],
)
def test_what_a_rule_hides_does_not_count(sheet: str, html: str, in_head: bool) -> None:
    assert seen(sheet, html, in_head=in_head) == "The visible line of the mail."


@pytest.mark.parametrize("in_head", [True, False])
@pytest.mark.parametrize(
    ("sheet", "html"),
    [
        ("@media (max-width:480px){.x{display:none}}", '<p class="x">SHOWN</p>'),
        ("@media screen and (max-width:480px){#x{display:none}}", '<p id="x">SHOWN</p>'),
        ("@media print{p{display:none}}", "<p>SHOWN</p>"),
        ("@supports (display:grid){.x{display:none}}", '<p class="x">SHOWN</p>'),
        (".x{display:none}", '<p class="x" style="color:red;display: block">SHOWN</p>'),
        (".x{display:none} .x{display:table-cell}", '<p class="x">SHOWN</p>'),
        ("/* .x{display:none} */", '<p class="x">SHOWN</p>'),
        (".x{mso-hide:all}", '<p class="x">SHOWN</p>'),
        (".x:hover{display:none} a:not(.y){display:none}", '<p class="x">SHOWN</p>'),
        ("#xy{display:none} .x-y{display:none}", '<p id="x" class="y">SHOWN</p>'),
        (".x{text-decoration:none}", '<p class="x">SHOWN</p>'),
        (".gaps{font-size:0}", '<div class="gaps"><span class="text">SHOWN</span></div>'),
    ],
)
def test_what_no_rule_hides_counts(sheet: str, html: str, in_head: bool) -> None:
    assert "SHOWN" in seen(sheet, html, in_head=in_head)


@pytest.mark.parametrize("in_head", [True, False])
def test_a_sheet_for_other_eyes_hides_nothing(in_head: bool) -> None:
    html = '<p class="x">SHOWN</p>'
    narrow = '<style media="screen and (max-width:480px)">'
    outlook = "<!--[if mso]><style>.x{display:none}</style><![endif]-->"
    assert "SHOWN" in seen(".x{display:none}", html, tag=narrow, in_head=in_head)
    assert "SHOWN" in seen("p{margin:0}", html, tag=f"{outlook}<style>", in_head=in_head)


@pytest.mark.parametrize("in_head", [True, False])
def test_a_sheet_that_outlook_alone_is_not_told_hides(in_head: bool) -> None:
    assert "DECOY" not in seen(
        ".x{display:none}", '<p class="x">DECOY</p>', tag="<!--[if !mso]><!--><style media='screen'>", in_head=in_head
    )


def test_the_last_rule_of_a_selector_wins() -> None:
    told = hiding("#a{display:none} #a{display:block} .b{display:none!important} .b{display:block} p{font-size:0}")
    assert (told.always, told.unless_shown, told.tiny) == ((".b",), (), ("p",))


@pytest.mark.parametrize(
    "piece",
    ["/*", ".a{", "@media{", "@media a{b{}", "a,", "#a{display:none}", "[a='", "-->", "{}", "a " * 200 + "{display:none}"],
)
def test_no_sheet_is_slow(piece: str) -> None:
    sheet = (piece * 30_000)[:200_000]
    assert ends_within(0.2, lambda: hiding(sheet))


def test_no_selector_is_slow_in_a_deep_page() -> None:
    sheet = "".join(f"i[a{at}] p{{display:none}} b{at}>p{{display:none}}" for at in range(300))
    deep = "<div><p>" * 3000
    assert ends_within(0.5, lambda: seen(sheet, deep))


PIECES = st.sampled_from(
    [
        *("." + "#" + "[" + "]" + "{" + "}" + "(" + ")" + ":" + "," + ">" + "+" + "~" + "*" + "\"'" + "\\;!@/-_= \n"),
        *(
            "a",
            "B1",
            "-x",
            "é",
            "日",
            "div",
            "display:none",
            "display:block",
            "!important",
            "font-size:0",
            "@media all",
            "@supports",
        ),
        *("/*", "*/", "<!--", "-->", "[a='b']", "[a~=b]", ":hover", "1px", "\x00", "\ud800"),
    ]
)


@given(st.lists(PIECES, max_size=60), st.booleans())
def test_no_sheet_raises(pieces: list[str], in_head: bool) -> None:
    seen("".join(pieces), "<div class='a B1' id=a a=b><p>text</p></div>", in_head=in_head)
    hiding("".join(pieces))
