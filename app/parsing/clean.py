"""A mail's HTML or text as the lines a person would see: nothing hidden, labels and values still side by side."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.domain.mail import Mail

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
OPEN_IN_OPEN = re.compile(r"<[^<>]*+(?=<)")
MAX_OPEN_IN_OPEN = 8

# Form feed and tab count as white space in HTML, so the parser leaves them where they are put, even between table rows.
ROW, CELL = "\f", "\t"
BLOCK_TAG = re.compile(
    r"<(?=/?(?:p|div|tr|br|table|li|ul|ol|h[1-6]|hr|section|article|header|footer|blockquote|center|d[ltd]|address)[\s/>])", re.I
)
CELL_TAG = re.compile(r"<(?=t[dh][\s>])", re.I)
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

ZERO_FONT = re.compile(r"font-size\s{0,3}:\s{0,3}[01](?![.\d])", re.I)
SOME_FONT = re.compile(r"font-size\s{0,3}:\s{0,3}(?:[2-9]|1\d|[01]?\.\d|[a-z])", re.I)
HIDING = tuple(
    re.compile(rule)
    for rule in (
        r"display\s{0,3}:\s{0,3}none",
        r"visibility\s{0,3}:\s{0,3}hidden",
        r"mso-hide\s{0,3}:\s{0,3}all",
        r"max-height\s{0,3}:\s{0,3}0",
        r"opacity\s{0,3}:\s{0,3}0(?![.\d])",
        r"text-indent\s{0,3}:\s{0,3}-\d{3}",
        r"left\s{0,3}:\s{0,3}-\d{4}",
    )
)
# How these are usually spelt, to find the few elements that may hide; with other blanks every styled element is looked at.
HIDING_STARTS = (
    "display:none",
    "visibility:hidden",
    "mso-hide:all",
    "max-height:0",
    "opacity:0",
    "text-indent:-",
    "left:-",
    "font-size:0",
    "font-size:1px",
)
SPELT = tuple(spelling for start in HIDING_STARTS for spelling in (start, start.replace(":", ": ")))
STYLE_WORDS = tuple(start.partition(":")[0] for start in HIDING_STARTS)
ODDLY_SPELT = re.compile(rf"(?:{'|'.join(dict.fromkeys(STYLE_WORDS))})(?:\s{{1,3}}:\s{{0,3}}|:\s{{2,3}})[nha\-0]")
MARK = " data-may-hide"
TAG_NAME = re.compile(r"<[a-zA-Z][\w:-]{0,30}")
LONGEST_TAG = 2500
MAX_SPELLINGS = 300
STYLE_SHEET = re.compile(r"<style[^>]{0,300}>(.{0,20000}?)</style", re.I | re.S)
CLASS_RULE = re.compile(r"\.([\w-]{1,60})\s{0,5}\{[^{}]{0,400}?(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)")
MEDIA = re.compile(r"@media[^{]{0,300}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,200}[^{}]{0,2000}\}", re.I)
UNSEEN_TAGS = ["script", "style", "title", "template", "head", "noframes", "object", "select", "textarea"]


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
    if sum(len(cell) for row in rows for cell in row) < 20 and mail.text:
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


def _rows(markup: str) -> tuple[tuple[str, ...], ...]:
    source = _tame(markup)
    if len(OPEN_IN_OPEN.findall(source)) > MAX_OPEN_IN_OPEN:
        return _split(_fold(re.sub(r"<[^<>]{0,2500}>", ROW, source)[:MAX_TEXT]))
    # One byte a letter, and the same places: searched several times faster than text with foreign letters.
    lowered = source.encode("ascii", "replace").decode("ascii").lower()
    source = _marked(source, lowered)
    tree = LexborHTMLParser(source)
    body = tree.body
    if body is None:
        return ()
    _drop_hidden(tree, source, lowered)
    tree.strip_tags(UNSEEN_TAGS)
    return _split(_fold(body.text(deep=True)[:MAX_TEXT]))


def _tame(markup: str) -> str:
    """Bounded in size, tags and tag length, with row and cell marks before the tags that start them."""
    source = markup[:MAX_MARKUP]
    if not source.isascii():
        source = SURROGATE.sub("\ufffd", source)
    source = LONG_TAG.sub(" ", source)
    if source.count("<") > MAX_TAGS:
        source = "<".join(source.split("<", MAX_TAGS)[:MAX_TAGS])
    if "<pre" in source:
        source = _with_breaks(source)
    for mark in "\n\r\t\f\v":
        source = source.replace(mark, " ")
    if "<sup" in source:
        source = FOOTNOTE.sub(" ", CENTS.sub(_with_cents, source))
    return CELL_TAG.sub(CELL + "<", BLOCK_TAG.sub(ROW + "<", source))


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


def _marked(source: str, lowered: str) -> str:
    """The source with a mark on each element whose style may hide it: asking the parser for styles would cost more than parsing."""
    starts = sorted({start for start in _styled(lowered) if TAG_NAME.match(source, start)})
    pieces, done = [], 0
    for start in starts:
        name = TAG_NAME.match(source, start)
        end = name.end() if name else start
        pieces += [source[done:end], MARK]
        done = end
    return "".join([*pieces, source[done:]]) if pieces else source


def _styled(lowered: str) -> Iterator[int]:
    """Where the tags begin in which a hiding style is spelt."""
    odd = (" :" in lowered or ":  " in lowered) and ODDLY_SPELT.search(lowered) is not None
    for spelling in STYLE_WORDS if odd else SPELT:
        at = lowered.find(spelling)
        for _ in range(MAX_SPELLINGS):
            if at < 0:
                break
            start = lowered.rfind("<", max(0, at - LONGEST_TAG), at)
            if start >= 0 and "style" in lowered[start:at]:
                yield start
            at = lowered.find(spelling, at + len(spelling))


def _drop_hidden(tree: LexborHTMLParser, source: str, lowered: str) -> None:
    wanted = [f"[{MARK.strip()}]"] if MARK in source else []
    if " hidden" in lowered:
        wanted.append("[hidden]")
    if wanted:
        _drop(node for node in tree.css(",".join(wanted)) if _hides(node))
    if "<style" in lowered:
        _drop_hidden_classes(tree, source)


def _drop(nodes: Iterable[LexborNode]) -> None:
    """From the last to the first, so that what lies in a dropped node has gone before it."""
    for node in reversed(list(nodes)):
        node.decompose()


def _hides(node: LexborNode) -> bool:
    attributes = node.attributes
    style = (attributes.get("style") or "").lower()
    if "hidden" in attributes or any(rule.search(style) for rule in HIDING):
        return True
    return ZERO_FONT.search(style) is not None and not _restores_font(node)


def _restores_font(node: LexborNode) -> bool:
    """Fluid layouts set the size to 0 on a wrapper to swallow gaps and give it back inside."""
    return any(
        SOME_FONT.search(inner.attributes.get("style") or "") and inner.mem_id != node.mem_id
        for inner in node.css('[style*="font-size" i]')[:50]
    )


def _drop_hidden_classes(tree: LexborHTMLParser, source: str) -> None:
    rules = " ".join(found.group(1) for found in islice(STYLE_SHEET.finditer(source), 10))
    if "none" not in rules and "hidden" not in rules:
        return
    # What a media query hides is hidden on some screens only.
    for name in sorted(set(CLASS_RULE.findall(MEDIA.sub(" ", rules))))[:20]:
        _drop(tree.css(f'[class~="{name}"]'))


def lower(text: str) -> str:
    """Lower case of the same length (İ alone would grow), with one kind of apostrophe: places in it are places in the text."""
    return text.replace("İ", "I").lower().replace("’", "'")


def _fold(text: str) -> str:
    if text.isascii():
        return text.replace("\x00", "")
    text = SURROGATE.sub("\ufffd", INVISIBLE.sub("", text))
    return text.translate(NARROW) if WIDE.search(text) else text


def _visible(text: str) -> str:
    return " ".join(_fold(text).split())


def _split(marked: str) -> tuple[tuple[str, ...], ...]:
    rows = []
    for line in marked.split(ROW):
        if cells := tuple([" ".join(words) for cell in line.split(CELL) if (words := cell.split())]):
            rows.append(cells)
            if len(rows) >= MAX_LINES:
                break
    return tuple(rows)
