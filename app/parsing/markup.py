"""A mail's markup made ready for the parser: bounded, with a mark before each row, each cell and in whatever a style may hide."""

import re
from dataclasses import dataclass

from app.parsing.head import lower_ascii
from app.parsing.hidden import LONGEST_TAG, marked
from app.parsing.repeats import Repeats

# The HTML standard lets each new <div> walk all that are still open, and each attribute all before it: both are quadratic.
MAX_TAGS = 4_500
LONG_TAG = re.compile(r"<[^<>]{2500,}+>?")
MAX_OPEN_IN_OPEN = 8

# Form feed and tab count as white space in HTML, so the parser leaves them where they are put, even between table rows.
ROW, CELL = "\f", "\t"
# By first letters, in either case: two thirds of the time of a plain list of names.
BLOCK_TAG = re.compile(
    r"<(?=/?(?:[tT](?:[rR]|[aA][bB][lL][eE])|[pP]|[dD](?:[iI][vV]|[lLtTdD])|[bB](?:[rR]|[lL][oO][cC][kK][qQ][uU][oO][tT][eE])"
    r"|[lL][iI]|[uUoO][lL]|[hH](?:[1-6rR]|[eE][aA][dD][eE][rR])|[sS][eE][cC][tT][iI][oO][nN]|[aA](?:[rR][tT][iI][cC][lL][eE]"
    r"|[dD][dD][rR][eE][sS][sS])"
    r"|[fF][oO][oO][tT][eE][rR]|[cC][eE][nN][tT][eE][rR])[\s/>])"
)
CELL_TAG = re.compile(r"<(?=[tT][dDhH][\s>])")
# "<span>Amount</span><span>$24.10": a label and its value that a style sets apart. A word or a number cut in two goes on in small letters
# or behind a sign, and a short word before digits is their currency.
SPANS = re.compile(r"</span>(?=<span[^<>]{0,400}>\s{0,3}(?:(\d)?[^\Wa-zß-öø-ÿ_]|[$€£₹¥₱₦฿₫₺+*•-]))")
WORD_BEFORE = re.compile(r"([^\W\d_]{0,4})[^\W\d_:][:)]?\Z")
# "<div><span>Amount</span> <span>$24.10</span></div>": two that are all a block holds, however they are set.
# "<br><b>Amount</b> $24.10<br>": a line that begins bold and goes on in capitals, figures or a sign.
TWO = re.compile(
    r"</(?:span|strong|b)>\s{1,200}(?=(<)(?:span|strong|b)(?:\s[^<>]{0,400})?>[^<>]{1,80}</(?:span|strong|b)>\s{0,200}</(?:div|li|p|td)>"
    r"|[^<>\s:a-zß-öø-ÿ][^<>]{0,60}<(?:br|/div|/li|/p|/td)[\s/>])"
)
LINE_START = re.compile(r"<(?:br|div|li|p|td)(?:\s[^<>]{0,400})?/?>\s{0,200}\Z")
HEAD = re.compile(r"<(?:span|strong|b)(?:\s[^<>]{0,400})?>(?!(?:[A-Z]{2,3}|Rs\.?)\s{0,9}\Z)[^<>:]{2,40}:?\Z")
BOLD_HEAD = re.compile(r"<(?:b|strong)(?:\s[^<>]{0,400})?>[^\W\d][^<>:\d.!?]{1,39}\Z")
RARE = re.compile("<(?:pre|sup)")
MAX_PRE = 40
SHORT = 3  # letters before the last of a word
LONGEST_HEAD = 650  # a tag and what stands in it
CENTS = re.compile(r"(\d[\d.,]{0,12})\s{0,3}<sup[^>]{0,200}>\s{0,3}(\d{2})\s{0,3}</sup>", re.I)
FOOTNOTE = re.compile(r"<sup[^>]{0,200}>\s{0,3}[\d*†‡]{1,3}\s{0,3}</sup>", re.I)
SURROGATE = re.compile("[\ud800-\udfff]")
UNSEEN_TAGS = ("script", "style", "title", "template", "noframes", "noscript", "iframe", "dialog", "object", "select", "textarea")
# Crossed out: the price before the discount.
CROSSED_OUT = ("s", "strike", "del")
UNSEEN = re.compile(rf"<(?:{'|'.join(UNSEEN_TAGS)}|(?:{'|'.join(CROSSED_OUT)})[\s>])")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of markup made ready. `unclosed` counts the tags in which another begins; `unseen`: with elements that nobody sees;
    `odd`: with what must be mended in the whole first."""

    source: str
    tags: int
    unclosed: int
    unseen: bool
    odd: bool


@dataclass(frozen=True, slots=True)
class Markup:
    source: str
    unclosed: int
    unseen: bool


def prepared(source: str) -> Markup:
    """Bounded in size, tags and tag length. Rows and what stands above them are prepared one by one, for an issuer's mails share them."""
    top, *rows = source.split(ROW_START, MAX_TAGS)
    parts = [*TOPS.made_of([top]), *ROWS.made_of(rows)]
    if any(part.odd for part in parts) or sum(part.tags for part in parts) > MAX_TAGS:
        source = _mended(source)
        parts = [_prepare(source)]
    # The end of the mail ends its last tag.
    last = source.rfind("<")
    unclosed = sum(part.unclosed for part in parts) - (last >= 0 and ">" not in source[last:])
    return Markup("".join([part.source for part in parts]), unclosed, any(part.unseen for part in parts))


def _prepare(source: str) -> Part:
    source = _encodable(source)
    pieces = source.split("<")
    unclosed = len([piece for piece in pieces[1:] if ">" not in piece])
    odd = max(map(len, pieces)) >= LONGEST_TAG or RARE.search(source) is not None
    for mark in "\n\r\t\f\v":
        source = source.replace(mark, " ")
    source = _parted(source)
    source = CELL_TAG.sub(CELL + "<", BLOCK_TAG.sub(ROW + "<", source))
    lowered = lower_ascii(source)
    return Part(marked(source, lowered), len(pieces) - 1, unclosed, UNSEEN.search(lowered) is not None, odd)


ROW_START = "<tr"
TOPS, ROWS = Repeats(_prepare), Repeats(_prepare, ROW_START)


def _parted(source: str) -> str:
    """With a cell's edge between a label and its value that only a style sets apart."""
    source = SPANS.sub(_apart, source)
    return TWO.sub(_two, source)


def _apart(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 6) : found.start()]
    word = WORD_BEFORE.search(before)
    if word is None:
        return found[0]
    short = len(word[1]) < SHORT and found[1] and before[-1] not in ":)"
    return found[0] + (" " if short else CELL)


def _two(found: re.Match[str]) -> str:
    source, end = found.string, found.start()
    opening = source.rfind("<", max(0, end - LONGEST_HEAD), end)
    line = source.rfind("<", max(0, opening - LONGEST_HEAD), max(0, opening))
    if (
        line < 0
        or not (HEAD if found[1] else BOLD_HEAD).match(source, opening, end)
        or not LINE_START.match(source, line, opening)
    ):
        return found[0]
    return found[0] + CELL


def _mended(source: str) -> str:
    """Without what makes parsing slow, with the cents of a sum and the lines of a text where they are read."""
    source = LONG_TAG.sub(" ", _encodable(source))
    pieces = source.split("<")
    if len(pieces) > MAX_TAGS + 1:
        source = "<".join(pieces[:MAX_TAGS])
    if "<pre" in source:
        source = _with_breaks(source)
    return FOOTNOTE.sub(" ", CENTS.sub(_with_cents, source)) if "<sup" in source else source


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
