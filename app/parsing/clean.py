"""A mail's HTML or text as the lines a person would see: nothing hidden, labels and values still side by side."""

import re
from dataclasses import dataclass
from itertools import chain, islice

from selectolax.lexbor import LexborHTMLParser

from app.domain.mail import Mail
from app.parsing.head import MOST_SHEETS, lower_ascii, style_sheets, without_head
from app.parsing.hidden import LONGEST_TAG, drop_hidden, drop_unseen, marked

# Beyond this a mail is no receipt; the payment stands near the top. Both bounds keep the worst mail under the time limit.
MAX_MARKUP = 512_000
MAX_TEXT = 60_000
MAX_LINES = 1_500
# The widths at which mailers break plain text, and what starts a line of its own all the same: a bullet, a rule, a label.
WRAP_AT = (60, 80)
OWN_LINE = re.compile(r"[-*•·>|=#_~]|[^:.(]{1,24}:(?:\s|$)")
# The HTML standard lets each new <div> walk all that are still open, and each attribute all before it: both are quadratic.
MAX_TAGS = 4_500
LONG_TAG = re.compile(r"<[^<>]{2500,}+>?")
MAX_OPEN_IN_OPEN = 8

# Form feed and tab count as white space in HTML, so the parser leaves them where they are put, even between table rows.
ROW, CELL = "\f", "\t"
# By first letters, in either case: two thirds of the time of a plain list of names.
BLOCK_TAG = re.compile(
    r"<(?=/?(?:[tT](?:[rR]|[aA][bB][lL][eE])|[pP]|[dD](?:[iI][vV]|[lLtTdD])|[bB](?:[rR]|[lL][oO][cC][kK][qQ][uU][oO][tT][eE])"
    r"|[lL][iI]|[uUoO][lL]|[hH](?:[1-6rR]|[eE][aA][dD][eE][rR])|[sS][eE][cC][tT][iI][oO][nN]|[aA](?:[rR][tT][iI][cC][lL][eE]|[dD][dD][rR][eE][sS][sS])"
    r"|[fF][oO][oO][tT][eE][rR]|[cC][eE][nN][tT][eE][rR])[\s/>])"
)
CELL_TAG = re.compile(r"<(?=[tT][dDhH][\s>])")
RARE = re.compile("<(?:pre|sup)")
MAX_PRE = 40
CENTS = re.compile(r"(\d[\d.,]{0,12})\s{0,3}<sup[^>]{0,200}>\s{0,3}(\d{2})\s{0,3}</sup>", re.I)
FOOTNOTE = re.compile(r"<sup[^>]{0,200}>\s{0,3}[\d*†‡]{1,3}\s{0,3}</sup>", re.I)

# Zero-width and bidirectional controls, soft hyphens, fillers: invisible, and used to break words apart.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\x00]"
)
# Written wide or with a blank of another width: read as the plain sign. Rare, so looked for before it is replaced.
WIDE = re.compile("[：￥＄．／０-９]")
NARROW = str.maketrans("：￥＄．／０１２３４５６７８９", ":¥$./0123456789")
SURROGATE = re.compile("[\ud800-\udfff]")
# All of these at once: most texts hold none.
ODD = re.compile("[" + "".join(one.pattern[1:-1] for one in (INVISIBLE, WIDE, SURROGATE)) + "]")

UNSEEN_TAGS = ("script", "style", "title", "template", "noframes", "object", "select", "textarea")
UNSEEN = re.compile(rf"<(?:{'|'.join(UNSEEN_TAGS)})")


@dataclass(frozen=True, slots=True)
class Page:
    """`lines` hold the cells of one visible row each; `text` is the same with one line a row; `flat` on a single line.

    `markup` is the raw HTML when it may carry schema.org data.
    """

    subject: str
    lines: tuple[tuple[str, ...], ...]
    text: str
    flat: str
    markup: str | None = None


def read_page(mail: Mail) -> Page:
    rows = _rows(mail.html) if mail.html else ()
    # Some senders fill the HTML part with a picture only, others the text part with "null" or a link.
    if mail.text and len(rows) < 20 and sum([len(cell) for row in rows for cell in row]) < 20:
        rows = text_rows(mail.text) or rows
    text = "\n".join([" ".join(row) for row in rows])
    markup = mail.html if mail.html and "schema.org" in mail.html[:MAX_MARKUP] else None
    return Page(_visible(mail.header("subject")[:1000]), rows, text, text.replace("\n", " "), markup)


def text_rows(text: str) -> tuple[tuple[str, ...], ...]:
    if "<" in text and re.search(r"</(?:td|div|p|html|body)>", text[:20_000], re.I):
        return _rows(text)
    plain = _fold(text[:MAX_TEXT]).replace("\r\n", "\n").replace("\r", "\n")
    return _split(_unwrapped(plain).replace("\n", ROW).replace(CELL, " "))


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
    lines = (line.split(CELL)[1:] for line in _shown(markup).split(ROW) if CELL in line)
    return tuple(islice((tuple(" ".join(cell.split()) for cell in cells) for cells in lines), MAX_LINES))


def _rows(markup: str) -> tuple[tuple[str, ...], ...]:
    return _split(_shown(markup))


def _shown(markup: str) -> str:
    """What a person would see, with a mark before each row and each cell."""
    visible, sheets = without_head(markup[:MAX_MARKUP])
    source, unclosed = _tame(visible)
    if unclosed > MAX_OPEN_IN_OPEN:
        return _fold(re.sub(r"<[^<>]{0,2500}>", ROW, source)[:MAX_TEXT])
    lowered = lower_ascii(source)
    source = marked(source, lowered)
    tree = LexborHTMLParser(source)
    drop_hidden(tree)
    unseen = UNSEEN_TAGS if UNSEEN.search(lowered) else ()
    inside = style_sheets(source, lower_ascii(source)) if unseen else ()
    drop_unseen(tree, unseen, " ".join(islice(chain(sheets, inside), MOST_SHEETS)))
    # None when the whole page was hidden.
    body = tree.body
    if body is None:
        return ""
    return _fold(body.text(deep=True)[:MAX_TEXT])


def _tame(source: str) -> tuple[str, int]:
    """Bounded in size, tags and tag length, with row and cell marks before the tags that start them; and how many tags open within another."""
    source = _encodable(source)
    pieces = source.split("<")
    if max(map(len, pieces)) >= LONGEST_TAG:
        source = LONG_TAG.sub(" ", source)
        pieces = source.split("<")
    if len(pieces) > MAX_TAGS + 1:
        pieces = pieces[:MAX_TAGS]
        source = "<".join(pieces)
    rare = RARE.search(source) is not None
    if rare and "<pre" in source:
        source = _with_breaks(source)
        pieces = source.split("<")
    unclosed = len([piece for piece in pieces[1:-1] if ">" not in piece])
    for mark in "\n\r\t\f\v":
        source = source.replace(mark, " ")
    if rare and "<sup" in source:
        source = FOOTNOTE.sub(" ", CENTS.sub(_with_cents, source))
    return CELL_TAG.sub(CELL + "<", BLOCK_TAG.sub(ROW + "<", source)), unclosed


def _encodable(text: str) -> str:
    """Without lone surrogates, which cannot be encoded: trying costs a tenth of looking for them."""
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            return SURROGATE.sub("\ufffd", text)
    return text


def _with_breaks(source: str) -> str:
    """Line ends inside <pre> as <br>: everywhere else they are blanks."""
    head, *blocks = source.split("<pre", MAX_PRE)
    out = [head]
    for block in blocks:
        inside, closed, rest = block.partition("</pre")
        out.append(f"<pre{inside.replace(chr(10), '<br>') if closed else inside}{closed}{rest}")
    return "".join(out)


def _with_cents(found: re.Match[str]) -> str:
    whole, cents = found.groups()
    return f"{whole},{cents}" if "." in whole else f"{whole}.{cents}"


def lower(text: str) -> str:
    """Lower case of the same length (İ alone would grow), with one kind of apostrophe: places in it are places in the text."""
    return text.replace("İ", "I").lower().replace("’", "'")


def _fold(text: str) -> str:
    if text.isascii():
        return text.replace("\x00", "")
    if not ODD.search(text):
        return text
    text = SURROGATE.sub("\ufffd", INVISIBLE.sub("", text))
    return text.translate(NARROW) if WIDE.search(text) else text


def _visible(text: str) -> str:
    return " ".join(_fold(text).split())


def _split(page: str) -> tuple[tuple[str, ...], ...]:
    # Most lines are blank, and most others of one cell.
    lines = [line for line in page.split(ROW) if line and not line.isspace()][:MAX_LINES]
    return tuple([_cells(line) if CELL in line else (" ".join(line.split()),) for line in lines])


def _cells(line: str) -> tuple[str, ...]:
    return tuple([" ".join(words) for cell in line.split(CELL) if (words := cell.split())])
