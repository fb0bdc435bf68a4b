"""What is told of a known design is what the parser tells, whatever stands in its texts; and no more is kept than may be."""

import html.entities
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from app.parsing import clean, designs
from app.parsing.designs import Designs, Sheets
from app.parsing.entities import OddReferenceError, unescaped
from app.parsing.head import without_head
from app.parsing.plans import folded, planner
from tests.stopwatch import ends_within

CORPUS = Path(__file__).parents[2] / "corpus"
# Never looked at, so that they measure.
SEALED = {"twelfth.jsonl", "twentysecond.jsonl"}
# Parted by two blanks or a line's end.
TAGS = re.split(
    r"\n|  ",
    r"""<table>  </table>  <tr>  <TR class=a>  </tr>  <td>  <td style="display:none">  </td>  <th>  <p>  </p>  <br>  <br/>
<div>  <div class="a">  </div>  <b>  </b>  <i>  </i>  <span style='font-size:0'>  <span style='font-size:12px'>
</span>  <del>  </del>  <ul><li>  <colgroup>  <caption>  <title>  </title>  <p hidden>  <html>  <body>  </body>
</html>  <head>  </head>  <a href="https://bank.example/?id=1">  <a href="https://bank.example/?id=2">
<img src="https://bank.example/a.png">  </a>  <a href="https://bank.example/?style=" style="display:none">
<a style="http" href='"' title=" href=">  <td bgcolor="#ffffff">  <span style="color:#ffffff">  <font color=white>
</font>  <p style="color:#fff;background:#fff">  <form>  <input type=hidden>  <!-- note -->  <!--[if mso]>
<![endif]-->  <!--[if !mso]><!-->  <!--<![endif]-->  <!-->  <!doctype html>  <![CDATA[  ]]>
<style>.a{display:none}</style>  <style>[href]{display:none}</style>  <style>  </style>  <style>.a{color:red}</style>
<script>  </script>  <textarea>  </textarea>  <select><option>  </select>  <svg>  </svg>  <math>  <template>
</template>  <noscript>  </noscript>  <plaintext>  <xmp>  </xmp>  <iframe>  </iframe>  <frameset>  <pre>  </pre>
<sup>  </sup>  <a title="x > y">  <a title='x'y>  <p style=display:none>  <p style = "opacity:0">  <p  <  >  </  "  '""",
)  # fmt: skip
USUAL = [tag for tag in TAGS if re.fullmatch(r"</?(?:table|tr|td|p|div|b|a|br|span|del|html|body|img)\b[^<>]*>", tag, re.I)]
TEXTS = [
    "Rs. 500", "Paid to", "7", " a ", "  ", "", "a\nb", "a\tb", "\x0c", "\x0b", "\r\n", "\xa0", "&nbsp;", "&nbsp",
    "&amp;", "AT&T", "&am", "p;", "&lt;b&gt;", "&#32;", "&#9;", "&#12;x", "&Tab;", "&#8377;5", "&#x20b9;", "&#0;",
    "&#128;", "&notit;", "&#xD800;", "&copy", "&copy;", "&zwnj;", "B&B ", "&", "< 5", "a > b", "<b>bold</b>", "-->",
    "<!--", "style=display:none", "STYLE = 'opacity:0'", "\u202e005\u202c", "\x00", "\x01", "\ud800", "\ue000", "\ufeff",
    "\uff15\uff0c\uff10\uff10\uff10", "12", "00", "\xe9",
    "a long line of several words that stands in no tag at all " * 50,
]  # fmt: skip


def fresh() -> Designs:
    return Designs(clean._by_parser, planner(clean.MAX_TEXT))


def same(told: str, parsed: str) -> bool:
    """Whether both make the same rows, and the same rows of tables with their blank cells."""
    left, right = clean._fold(told), clean._fold(parsed)
    return clean._split(left) == clean._split(right) and clean.in_columns(left) == clean.in_columns(right)


def filled(parts: list[str | None], texts: list[str]) -> str:
    remaining = iter(texts)
    return "".join([next(remaining, "") if part is None else part for part in parts])


def parts(tags: list[str]) -> st.SearchStrategy[list[str | None]]:
    return st.lists(st.sampled_from([*tags, *[None] * (len(tags) // 2)]), max_size=30)


MAILS = st.lists(st.lists(st.sampled_from(TEXTS), max_size=14), min_size=3, max_size=8)


def check(layout: list[str | None], mails: list[list[str]]) -> None:
    """Each comes thrice: it is told of by the plan of another or by its own."""
    known = fresh()
    for texts in mails:
        markup, sheets = without_head(filled(layout, texts))
        told = clean._by_parser(markup, sheets)
        for _ in range(3):
            assert same(known.shown(markup, sheets), told), markup


@given(parts(TAGS), MAILS)
def test_any_markup_with_any_texts(layout: list[str | None], mails: list[list[str]]) -> None:
    check(layout, mails)


@given(parts(USUAL), st.lists(st.sampled_from(["A", "b 7 ", " c"]), max_size=14), MAILS)
def test_hostile_texts_in_a_usual_markup(layout: list[str | None], first: list[str], mails: list[list[str]]) -> None:
    whole = ["<html><body><p>", None, "</p>", *layout, "<p>", None, "</p></body></html>"]
    check(whole, [["Dear", *first, "end", "end"]] * 3 + [["Dear", *texts, "end", "end"] for texts in mails])


# A layout, what stands in it at first, and what then is read otherwise than by its place; whether the layout is known by then.
TREACHEROUS = {
    "turned round": ("<p>{}</p>" + " " * 250 + "<p>{}</p>", ("a", "b"), ("\u202eabc", "005"), True),
    "lost on its ground": ('<p style="color:#fff;background:#fff">{}</p><p>b</p>', ("Hello",), ("Rs. 7",), False),
    "a blank astray": ("<table><colgroup>{}</colgroup><tr><td>{}</td></tr></table>", ("a", "b"), (" a", "b"), False),
    "a style in a text": ('<p title="style=" style="display:none">{}</p><p>b</p><p>c</p>', ("a",), ("style=display:none",), True),
    "cents": ("<p>Rs. {}<sup>{}</sup></p>", ("5", "a"), ("15", "50"), False),
    "lines": ("<pre>{}</pre><p>b</p>", ("a",), ("a\nb",), False),
    "no references": ("<xmp>{}</xmp><p>b</p>", ("a",), ("&amp;",), False),
    "a reference in two": ("<p>{}<b>{}</b></p>", ("a", "b"), ("&am", "p;"), True),
    "a text that is none": ('<p title="x>{}<b" class=c>{}</p><p>b</p>', ("a", "b"), ('" hidden title="', "b"), False),
    "another style sheet": ("<style>{}</style><p class=a>a</p><p>b</p><p>c</p>", (".a{color:red}",), (".a{display:none}",), True),
    "an address that hides": (
        '<style>[href*=secret]{{display:none}}</style><a href="https://{}.example">a</a><p>b</p><p>c</p>',
        ("x",), ("secret",), False,
    ),
    "an address for a class": ('<style>.httpx{{display:none}}</style><p class="http{}">a</p><p>b</p>', ("y",), ("x",), False),
    "a style in an address": ('<a href="http://x/{}" style="display:none">a</a><p>b</p><p>c</p>', ("y",), ("?style=",), True),
    "a mark in an address": ("<a title=' href=\"http{}\" '>a</a><p>b</p>", ("y",), ("x' hidden a='",), False),
    "a long address": ('<a href="http://x/{}" hidden>a</a><p>b</p><p>c</p>', ("y",), ("y" * 2600,), True),
    "a long text": ("<p>{}</p><p>{}</p>", ("a", "b"), ("word " * 13_000, "b"), True),
    "a tag": ("<p>{}</p><p>{}</p>", ("a", "b"), ("<div hidden>", "b"), True),
    "a sign of a tag": ("<p>{}</p><p>{}</p>", ("a", "b"), ("1 < 2", "2 > 1"), True),
    "nothing": ("<p>{}</p><p>{}</p>", ("a", "b"), ("", " "), True),
    "a blank in figures": ("<table>{}<tr><td>{}</td></tr></table><p>c</p>", ("a", "b"), ("&#32;", "b"), True),
    "spans side by side": ("<p><span>{}</span><span>{}</span></p><p>c</p>", ("one", "two"), ("Amount", "$24.10"), False),
    "two in a block": ("<div><span>{}</span> <span>{}</span></div><p>c</p>", ("a", "b"), ("Amount", "b"), False),
    "a bold head": ("<p><b>{}</b>{}</p><p>c</p>", ("Amount", " in words"), ("Amount", " INR 5"), False),
    "a bold head behind a break": (
        "<p>{}<br/><b>{}</b>{}<br/>c</p>", ("Hi", "Amount", " in words"), ("Hi", "Amount", " INR 5"), False,
    ),
    "a comment over two sheets": (
        ("<style>.a{{color:red}}/*</style><style>/*/ [href*=secret]{{display:none}} /**/</style>"
        '<a href="http://{}.example">a</a><p>b</p>'),
        ("x",), ("secret",), False,
    ),
    "bold in a line": ("<p>{}<b>{}</b>{}</p>", ("a ", "b", " c"), ("Paid ", "Amount", " INR 5"), True),
    "a cell in figures": ("<table><tr><td>{}</td><td>b</td></tr></table>", ("a",), ("x&#9;y",), True),
}  # fmt: skip


@pytest.mark.parametrize("name", TREACHEROUS)
def test_treacherous_texts_are_read_as_parsed(name: str) -> None:
    layout, usual, treacherous, learnt = TREACHEROUS[name]
    known = fresh()
    for _ in range(4):
        assert same(known.shown(layout.format(*usual), ()), clean._by_parser(layout.format(*usual), ()))
    assert bool(known.plans) is learnt
    markup = layout.format(*treacherous)
    # Another number of tags leaves it to the parser the first time.
    for _ in range(2):
        assert same(known.shown(markup, ()), clean._by_parser(markup, ()))


def corpus() -> Iterator[str]:
    for file in sorted(CORPUS.rglob("*.jsonl")):
        if file.name not in SEALED:
            for line in file.read_text(encoding="utf-8").splitlines():
                if markup := json.loads(line).get("html"):
                    yield markup


def other_mails(markup: str) -> Iterator[str]:
    """Mails of the same design: other figures, other names, other addresses."""
    parted = re.split(r"(<[^<>]*>)", re.sub(r'="http[^"<>]*"', '="https://x.example/?id=9"', markup))
    yield "".join([re.sub(r"\d", "8", part) if at % 2 == 0 else part for at, part in enumerate(parted)])
    yield "".join([part.replace("a", "oo &amp; é") if at % 2 == 0 else part for at, part in enumerate(parted)])


def test_mails_of_the_corpus_read_as_parsed() -> None:
    every = [without_head(markup) for markup in corpus()]
    assert len(every) > 300
    known = fresh()
    for markup, sheets in every:
        for other in (markup, *other_mails(markup)):
            told = clean._by_parser(other, sheets)
            for _ in range(3):
                assert same(known.shown(other, sheets), told), other
    assert len(known.plans) > 300


ROW = '\n  <tr>\n    <td class="l">Label {at}</td>\n  <td> <a href="https://bank.example/{{id}}">{{text}}</a> {at}</td>\n  </tr>'
ROWS = "".join(ROW.format(at=at) for at in range(9))
RECEIPT = f"<html><body><table>{ROWS}</table><p>Dear {{text}},</p><div style='display:none'>Hidden {{text}}</div></body></html>"


class Counted:
    """The parser, and how often it was asked."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, markup: str, sheets: Sheets) -> str:
        self.calls += 1
        return clean._by_parser(markup, sheets)


def test_a_known_design_is_not_parsed_again() -> None:
    parser = Counted()
    known = Designs(parser, planner(clean.MAX_TEXT))
    for number in range(20):
        told = known.shown(RECEIPT.format(id=number, text=f"Rs. {number}"), ())
        assert f"Rs. {number}" in told
        assert "Hidden" not in told
    # Twice to see that it comes again, thrice to make a plan.
    assert parser.calls == 5
    assert len(known.plans) == 1


def test_blanks_and_lines_of_nothing_are_folded_wherever_they_stand() -> None:
    assert folded("Rs.  5 \f \f  \f paid \t  to \t \f A ") == "Rs. 5\fpaid\tto\t\fA "


def test_no_text_of_a_mail_is_kept() -> None:
    known = fresh()
    for number in range(5):
        known.shown(RECEIPT.format(id=f"secret{number}", text=f"Ada{number}"), ())
    (plan,) = next(iter(known.plans.values()))
    kept = f"{list(known.plans)}{plan.frame}{plan.styles}"
    assert not re.search("Ada|secret|Label|Dear|Hidden", kept)


def test_a_design_that_comes_once_is_not_kept() -> None:
    known = fresh()
    for number in range(30):
        known.shown(RECEIPT.format(id=1, text="x") + f'<p class="c{number}">a</p>', ())
    assert not known.plans


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(designs, "MOST_KEPT", 20_000)
    monkeypatch.setattr(designs, "MOST_MET", 10)
    known = fresh()
    for number in range(40):
        for _ in range(4):
            markup = f'<html><body class="c{number}">{RECEIPT}{"<br>" * number}'
            assert same(known.shown(markup, ()), clean._by_parser(markup, ()))
        assert sum(designs._size(key, plans) for key, plans in known.plans.items()) == known.size <= 20_000
        assert len(known.met) <= 10
        assert len(known.in_vain) <= 10
    assert known.plans


def test_long_style_sheets_of_a_small_design_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(designs, "MOST_KEPT", 100_000)
    known = fresh()
    for number in range(20):
        sheet = f".a{number}" + "{color:red}" + ".b{color:red}" * 1500
        for text in ("a", "b", "c"):
            known.shown(f"<style>{sheet}</style><p class=c{number}>{text}</p><p>b</p>", ())
    kept = [style for plans in known.plans.values() for plan in plans for _, style in plan.styles]
    assert kept
    assert sum(map(len, kept)) <= 100_000


def test_mails_whose_design_never_comes_again_are_soon_left_to_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[str] = []

    def cut_up(markup: str) -> None:
        cut.append(markup)

    # The work that is to be spared.
    monkeypatch.setattr(designs, "cut_up", cut_up)
    known = fresh()
    for number in range(2 * designs.MOST_IN_VAIN):
        known.shown(f'<html><body><p>a</p><p id="{number:03}">b</p>', ())
    assert len(cut) == designs.MOST_IN_VAIN


SLOW = {
    "blanks in a text": f"<td>a{' ' * 90_000}b</td><td>c</td>",
    "blanks between tags": f"<td>a</td>{' ' * 90_000}<td>b</td>",
    "blanks in many texts": ("<td>a" + " " * 300 + "b</td>") * 300 + "<b>x</b>",
    "references": "".join(f"<td>&f{at}oo</td>" for at in range(6000)),
    "the signs of references": f"<td>a{'&' * 90_000}</td><td>c</td>",
    "addresses": '<a href="http">x</a>' * 4000,
    "comments without an end": "<b>x</b><!--" * 5000,
    "styles in texts": "<td>style=" * 9000,
    "open tags": "<div>x" * 4000,
}


@pytest.mark.parametrize("name", SLOW)
def test_no_markup_makes_a_design_slow(name: str) -> None:
    def met_four_times() -> None:
        known = fresh()
        for _ in range(4):
            known.shown(SLOW[name][: designs.LONGEST], ())

    assert ends_within(1.0, met_four_times)


def parsed(text: str) -> str:
    body = LexborHTMLParser(f"<body><p>{text}").body
    assert body is not None
    return body.text(deep=True)


def test_references_are_read_as_a_parser_reads_them() -> None:
    names = sorted({name.rstrip(";") for name in html.entities.html5})
    numbers = [
        f"#{value}" for value in (*range(0x300), 0x20B9, 0xD7FF, 0xD800, 0xFDD0, 0xFFFD, 0xFFFE, 0x1F600, 0x10FFFF, 0x110000)
    ]
    read = odd = 0
    for name in (*names, *numbers, "#x20b9", "#X20B9", "#x", "#", "", "T", "foo", "Nbsp", "gtt"):
        for end in (";", "", "x", " ", "=", "1;", "&amp;"):
            try:
                told = unescaped(f"a&{name}{end}b")
            except OddReferenceError:
                odd += 1
                continue
            read += 1
            assert told == parsed(f"a&{name}{end}b"), f"&{name}{end}"
    assert read > 4 * len(names)
    assert odd > len(names) / 20


@pytest.mark.parametrize("blank", ["&Tab;", "&NewLine;", "&#32;", "&#10;", "&#x9;", "&#12;", "&#13;"])
def test_blanks_written_as_references_are_left_to_the_parser(blank: str) -> None:
    with pytest.raises(OddReferenceError):
        unescaped(f"a{blank}b")
