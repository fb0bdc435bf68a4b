"""What a mail's markup holds but does not show: found in the source by the styles that hide, marked there, dropped from the tree."""

import re
from collections.abc import Iterable, Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.parsing.head import hidden_classes

ZERO_FONT = re.compile(r"font-size\s{0,3}:\s{0,3}[01](?![.\d])", re.I)
SOME_FONT = re.compile(r"font-size\s{0,3}:\s{0,3}(?:[2-9]|1\d|[01]?\.\d|[a-z])", re.I)
HIDING = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all|max-height\s{0,3}:\s{0,3}0"
    r"|opacity\s{0,3}:\s{0,3}0(?![.\d])|text-indent\s{0,3}:\s{0,3}-\d{3}|left\s{0,3}:\s{0,3}-\d{4}"
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
STYLE_WORDS = tuple(start.partition(":")[0] for start in HIDING_STARTS)
ODDLY_SPELT = re.compile(rf"(?:{'|'.join(dict.fromkeys(STYLE_WORDS))})(?:\s{{1,3}}:\s{{0,3}}|:\s{{2,3}})[nha\-0]")
MARK = " data-may-hide"
TAG_NAME = re.compile(r"<[a-zA-Z][\w:-]{0,30}")
LONGEST_TAG = 2500
MAX_SPELLINGS = 300


def marked(source: str, lowered: str) -> str:
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
    for spelling in _spellings(lowered):
        at = lowered.find(spelling)
        for _ in range(MAX_SPELLINGS):
            if at < 0:
                break
            start = lowered.rfind("<", max(0, at - LONGEST_TAG), at)
            if start >= 0 and "style" in lowered[start:at]:
                yield start
            at = lowered.find(spelling, at + len(spelling))


def _spellings(lowered: str) -> Sequence[str]:
    if (" :" in lowered or ":  " in lowered) and ODDLY_SPELT.search(lowered):
        return STYLE_WORDS
    if ": " not in lowered:
        return [start for start in HIDING_STARTS if start in lowered]
    tight = lowered.replace(": ", ":")
    present = [start for start in HIDING_STARTS if start in tight]
    return [*present, *[start.replace(":", ": ") for start in present]]


def drop_hidden(tree: LexborHTMLParser, source: str, lowered: str) -> None:
    wanted = [f"[{MARK.strip()}]"] if MARK in source else []
    if " hidden" in lowered:
        wanted.append("[hidden]")
    if wanted:
        _drop(node for node in tree.css(",".join(wanted)) if _hides(node))


def _drop(nodes: Iterable[LexborNode]) -> None:
    """From the last to the first, so that what lies in a dropped node has gone before it; each once, though two selectors found it."""
    for node in reversed(list({node.mem_id: node for node in nodes}.values())):
        # The root itself cannot be taken out.
        for dropped in list(node.iter()) if node.tag == "html" else [node]:
            dropped.decompose()


def _hides(node: LexborNode) -> bool:
    attributes = node.attributes
    style = (attributes.get("style") or "").lower()
    if "hidden" in attributes or HIDING.search(style):
        return True
    return ZERO_FONT.search(style) is not None and not _restores_font(node)


def _restores_font(node: LexborNode) -> bool:
    """Fluid layouts set the size to 0 on a wrapper to swallow gaps and give it back inside."""
    return any(
        SOME_FONT.search(inner.attributes.get("style") or "") and inner.mem_id != node.mem_id
        for inner in node.css('[style*="font-size" i]')[:50]
    )


def drop_hidden_classes(tree: LexborHTMLParser, rules: str) -> None:
    for name in hidden_classes(rules):
        _drop(tree.css(f'[class~="{name}"]'))
