"""What a person sees of a mail, and nothing else."""

import pytest

from app.domain.mail import Mail
from app.parsing.clean import lower, read_page

SENDER = ("Some Bank <alerts@somebank.example>",)


def seen(html: str) -> str:
    return read_page(Mail({"from": SENDER}, None, f"<html><body>{html}<p>The visible line of the mail.</p></body></html>")).text


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">DECOY</div>',
        '<div style="color:#fff; DISPLAY : None">DECOY</div>',
        "<span style='visibility: hidden'>DECOY</span>",
        '<div style="max-height:0;overflow:hidden">DECOY</div>',
        '<div style="mso-hide:all">DECOY</div>',
        '<span style="opacity:0">DECOY</span>',
        '<span style="font-size:0px">DECOY</span>',
        '<span style="font-size: 1px">DECOY</span>',
        '<p style="text-indent:-9999px">DECOY</p>',
        '<p style="position:absolute;left:-5000px">DECOY</p>',
        "<p hidden>DECOY</p>",
        '<p STYLE = "color:red; display:\nnone">DECOY</p>',
        "<p style=display:none>DECOY</p>",
        '<p style="background:url(a>b);display:none">DECOY</p>',
        '<p title="style" style="display:none">DECOY</p>',
        '<P style="font-size:0"><B>DECOY</B></P>',
        "<style>.pre{display:none}</style><p class='pre x'>DECOY</p>",
        "<!-- DECOY -->",
        "<title>DECOY</title><script>DECOY</script>",
        '<div style="display:none"><div style="display:none">DECOY</div> DECOY</div>',
        '<div style="display:/**/none">DECOY</div>',
        '<div style="display&#58;none">DECOY</div>',
        '<div style="visibility:collapse">DECOY</div>',
        '<div style="opacity:0.01">DECOY</div>',
        '<div style="font-size:0.1px">DECOY</div>',
        '<div style="font:0/0 a">DECOY</div>',
        '<div style="position:absolute;top:-9999px">DECOY</div>',
        '<div style="height:0;overflow:hidden">DECOY</div>',
        '<div style="overflow:hidden; max-width:0px">DECOY</div>',
        '<div style="position:absolute;clip:rect(0,0,0,0)">DECOY</div>',
        '<div style="transform:scale(0)">DECOY</div>',
        '<div style="color:transparent">DECOY</div>',
        '<div style="-webkit-text-fill-color:transparent">DECOY</div>',
        '<div style="position:absolute;clip-path:inset(50%)">DECOY</div>',
        '<div style="width:1px;height:1px;overflow:hidden">DECOY</div>',
        '<div style="position:absolute;left:-999px">DECOY</div>',
        '<div style="transform:translateX(-9999px)">DECOY</div>',
        '<div style="filter: opacity(0)">DECOY</div>',
        '<div style="content-visibility:hidden">DECOY</div>',
        '<div style="color: rgba(0, 0, 0, 0)">DECOY</div>',
        '<div style="color:#ffffff">DECOY 5</div>',
        '<div style="color: White">DECOY 5</div>',
        '<div style="color:rgb(254,255,255)">DECOY 5</div>',
        '<font color="#fff">DECOY 5</font>',
        '<table bgcolor="#f4f4f4"><tr><td style="color:#f5f5f5">DECOY 5</td></tr></table>',
        '<div style="background-color:#036;color:#036">DECOY 5</div>',
        "<noscript>DECOY</noscript>",
        "<p>Now <s>DECOY</s> 5</p>",
        "<p>Now <DEL>DECOY</DEL> 5</p>",
        '<p>Now <strike class="x">DECOY</strike> 5</p>',
        '<p>Now <span style="text-decoration:line-through">DECOY</span> 5</p>',
        '<p>Now <span style="text-decoration-line: line-through">DECOY</span> 5</p>',
        "<style>.was{text-decoration:line-through}</style><p>Now <b class=was>DECOY</b> 5</p>",
        "<dialog>DECOY</dialog>",
    ],
)
def test_what_is_hidden_does_not_count(hidden: str) -> None:
    assert "DECOY" not in seen(hidden)


@pytest.mark.parametrize(
    "shown",
    [
        '<p style="opacity:0.9">SHOWN</p>',
        '<p style="color:red">display:none SHOWN</p>',
        '<td style="font-size:0"></td>SHOWN',
        '<p style="font-size:14px">SHOWN</p>',
        '<div style="font-size:0"><span style="font-size:14px">SHOWN</span></div>',
        "<style>@media(max-width:480px){.x{display:none}}</style><p class='x'>SHOWN</p>",
        "<p>the rule display:none is SHOWN</p>",
        '<p title="a &gt; b" style="color:red">SHOWN</p>',
        '<p style="font-size:1em">SHOWN</p>',
        '<p style="font-size:.9em">SHOWN</p>',
        '<p style="line-height:0;height:auto;width:100%">SHOWN</p>',
        '<p style="height:0">SHOWN</p>',
        '<table><tr><td style="height:1px;overflow:hidden">SHOWN</td></tr></table>',
        '<p style="left:-99px;clip-path:inset(5%);border-width:1px;overflow:hidden">SHOWN</p>',
        '<p style="filter:opacity(0.9);transform:translateX(-10px)">SHOWN</p>',
        '<table bgcolor="#003366"><tr><td style="color:#ffffff">SHOWN 5</td></tr></table>',
        '<div style="background:#036 url(x.png)"><p style="color:#fff">SHOWN 5</p></div>',
        '<div style="background:linear-gradient(#000,#111)"><p style="color:#fff">SHOWN 5</p></div>',
        '<style>.hero{background:#036}</style><div class="hero"><p style="color:#fff">SHOWN 5</p></div>',
        '<table><tr><td background="x.png"><p style="color:#fff">SHOWN 5</p></td></tr></table>',
        '<p aria-hidden="true">SHOWN</p>',
        "<p>The <strong>sum</strong> is <small>SHOWN</small></p>",
        '<a style="text-decoration:underline">SHOWN</a>',
    ],
)
def test_what_is_shown_counts(shown: str) -> None:
    assert "SHOWN" in seen(shown)


def test_marks_within_words_are_no_part_of_them() -> None:
    assert "Rs.1,234.50 paid" in seen("<p>Rs.1,\u200b234&#8203;.50 p\u00adai\u202ed\u202c</p>")


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("٢٬٢٥٠٫٧٥ ريال", "2,250.75 ريال"),
        ("۲۵۰٫۷۵", "250.75"),
        ("१,२३४.५०", "1,234.50"),
        ("๑,๒๕๐.๐๐ บาท", "1,250.00 บาท"),
        ("３，４８０円", "3,480円"),
        ("您尾号１２３４，消费￥５", "您尾号1234，消费¥5"),
        ("paid \u202e05.14$\u202c at", "paid $41.50 at"),
    ],
)
def test_digits_of_every_script_are_plain_ones_and_stand_as_they_are_seen(written: str, plain: str) -> None:
    assert plain in seen(f"<p>{written}</p>")


def test_cells_are_parted_and_rows_are_lines() -> None:
    page = read_page(
        Mail(
            {"from": SENDER},
            None,
            "<table><tr><td>Amount</td><td>&#8377;5<sup>50</sup></td></tr><tr><td>To</td><td>A&nbsp;B</td></tr></table>",
        )
    )
    assert page.lines == (("Amount", "₹5.50"), ("To", "A B"))


def test_the_other_part_is_read_when_one_says_nothing() -> None:
    assert (
        "Rs. 5 debited from your account"
        in read_page(Mail({"from": SENDER}, "Rs. 5 debited from your account", "<img src=x>")).text
    )


def test_lower_case_keeps_every_place() -> None:
    assert len(lower("HARCAMA İŞYERİ ’x")) == len("HARCAMA İŞYERİ ’x")
