"""A mail's HTML or text as the lines a person would see: nothing hidden, labels and values still side by side."""

import re
from dataclasses import dataclass
from itertools import chain, islice

from selectolax.lexbor import LexborHTMLParser

from app.domain.mail import Mail
from app.parsing.designs import Designs
from app.parsing.head import lower_ascii, without_head
from app.parsing.hidden import drop_hidden, drop_unseen
from app.parsing.markup import CELL, CROSSED_OUT, MAX_OPEN_IN_OPEN, ROW, SURROGATE, UNSEEN_TAGS, prepared
from app.parsing.plain import columns
from app.parsing.plans import planner
from app.parsing.quoted import without_quoted
from app.parsing.sheets import MOST_SHEETS, style_sheets

# Beyond this a mail is no receipt; the payment stands near the top. Both bounds keep the worst mail under the time limit.
MAX_MARKUP = 512_000
MAX_TEXT = 60_000
MAX_LINES = 1_500
# The widths at which mailers break plain text, and what starts a line of its own all the same: a bullet, a rule, a label.
WRAP_AT = (60, 80)
OWN_LINE = re.compile(r"[-*•·>|=#_~]|[^:.(]{1,24}:(?:\s|$)")
# Zero-width and bidirectional controls, soft hyphens, fillers: invisible, and used to break words apart.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\x00]"
)
# Written wide, or in the digits and marks of another script: read as the plain sign. Rare, so looked for before it is replaced.
ZEROS = "０٠۰०০੦૦୦௦౦೦൦๐໐༠၀០"
DIGITS = "".join(chr(ord(zero) + value) for zero in ZEROS for value in range(10))
WIDE = re.compile("[：￥＄．／٫٬" + "".join(f"{zero}-{chr(ord(zero) + 9)}" for zero in ZEROS) + "]")
NARROW = str.maketrans("：￥＄．／٫٬" + DIGITS, ":¥$./.," + "0123456789" * len(ZEROS))
# A wide comma also parts clauses: between wide digits it groups.
WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3})")
# A person sees the letters behind this mark from the last to the first.
OVERRIDE = "\u202e"
OVERRIDDEN = re.compile(OVERRIDE + "([^\u202a-\u202e\n]{0,200})\u202c?")
# All of these at once: most texts hold none.
ODD = re.compile("[" + "".join(one.pattern[1:-1] for one in (INVISIBLE, WIDE, SURROGATE)) + "]")


@dataclass(frozen=True, slots=True)
class Page:
    """`lines` hold the cells of one visible row each; `text` is the same with one line a row.

    `markup` is the raw HTML when it may carry schema.org data.
    """

    subject: str
    lines: tuple[tuple[str, ...], ...]
    text: str
    markup: str | None = None


def read_page(mail: Mail) -> Page:
    rows = _rows(mail.html) if mail.html else ()
    # Some senders fill the HTML part with a picture only, others the text part with "null" or a link.
    if mail.text and len(rows) < 20 and sum([len(cell) for row in rows for cell in row]) < 20:
        rows = text_rows(mail.text) or rows
    subject = _visible(mail.header("subject")[:1000])
    text = "\n".join([" ".join(row) for row in rows])
    news = without_quoted(rows, text, subject)
    if len(news) < len(rows):
        rows, text = news, "\n".join([" ".join(row) for row in news])
    markup = mail.html if mail.html and "schema.org" in mail.html[:MAX_MARKUP] else None
    return Page(subject, rows, text, markup)


def text_rows(text: str) -> tuple[tuple[str, ...], ...]:
    if "<" in text and re.search(r"</(?:td|div|p|html|body)>", text[:20_000], re.I):
        return _rows(text)
    plain = _fold(text[:MAX_TEXT]).replace("\r\n", "\n").replace("\r", "\n")
    return _split(columns(_unwrapped(plain)).replace("\n", ROW))


def _unwrapped(plain: str) -> str:
    """Lines that a mailer broke at a fixed width joined again: where the next word would have fitted, the author broke it."""
    lines = [line.rstrip() for line in plain.split("\n")]
    width = max(map(len, lines))
    if not WRAP_AT[0] <= width <= WRAP_AT[1] or sum(len(line) > width - 12 for line in lines) < 2:
        return plain
    joined = [lines[0]]
    before = lines[0]
    for line in lines[1:]:
        broken = before and line and len(before) + 1 + len(line.split(" ", 1)[0]) > width
        if broken and before[-1] not in ".:;!?" and not OWN_LINE.match(line):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        before = line
    return "\n".join(joined)


def grid(markup: str) -> tuple[tuple[str, ...], ...]:
    """The rows of tables with their blank cells, which `Page.lines` leaves out: in a ledger the column tells which way."""
    return in_columns(_shown(markup))


def in_columns(page: str) -> tuple[tuple[str, ...], ...]:
    lines = (line.split(CELL)[1:] for line in page.split(ROW) if CELL in line)
    return tuple(islice((tuple(" ".join(cell.split()) for cell in cells) for cells in lines), MAX_LINES))


def _rows(markup: str) -> tuple[tuple[str, ...], ...]:
    return _split(_shown(markup))


def _shown(source: str) -> str:
    """What a person would see, with a mark before each row and each cell."""
    return _fold(DESIGNS.shown(*without_head(source[:MAX_MARKUP])))


def _by_parser(visible: str, sheets: tuple[str, ...]) -> str:
    markup = prepared(visible)
    if markup.unclosed > MAX_OPEN_IN_OPEN:
        return re.sub(r"<[^<>]{0,2500}>", ROW, markup.source)[:MAX_TEXT]
    tree = LexborHTMLParser(markup.source)
    inside = style_sheets(markup.source, lower_ascii(markup.source)) if markup.unseen else ()
    rules = " ".join(islice(chain(sheets, inside), MOST_SHEETS))
    drop_hidden(tree, painted="background" in rules)
    drop_unseen(tree, (*UNSEEN_TAGS, *CROSSED_OUT) if markup.unseen else (), rules)
    # None when the whole page was hidden.
    body = tree.body
    if body is None:
        return ""
    return body.text(deep=True)[:MAX_TEXT]


DESIGNS = Designs(_by_parser, planner(MAX_TEXT))


def lower(text: str) -> str:
    """Lower case of the same length (İ alone would grow), with one kind of apostrophe: places in it are places in the text."""
    return text.replace("İ", "I").lower().replace("’", "'")


def _fold(text: str) -> str:
    if text.isascii():
        return text.replace("\x00", "")
    if not ODD.search(text):
        return text
    if OVERRIDE in text:
        text = OVERRIDDEN.sub(lambda found: found[1][::-1], text)
    text = SURROGATE.sub("\ufffd", INVISIBLE.sub("", text))
    return WIDE_COMMA.sub(",", text).translate(NARROW) if WIDE.search(text) else text


def _visible(text: str) -> str:
    return " ".join(_fold(text).split())


def _split(page: str) -> tuple[tuple[str, ...], ...]:
    # Most lines are blank, and most others of one cell.
    lines = [line for line in page.split(ROW) if line and not line.isspace()][:MAX_LINES]
    return tuple([_cells(line) if CELL in line else (" ".join(line.split()),) for line in lines])


def _cells(line: str) -> tuple[str, ...]:
    return tuple([" ".join(words) for cell in line.split(CELL) if (words := cell.split())])
