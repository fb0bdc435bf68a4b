"""What a mail's markup holds but does not show: found in the source by the styles that hide, marked there, dropped from the tree."""

import re
from collections.abc import Iterable
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.parsing.head import hidden_classes

ZERO_FONT = re.compile(r"font-size\s{0,3}:\s{0,3}[01](?![.\d])", re.I)
SOME_FONT = re.compile(r"font-size\s{0,3}:\s{0,3}(?:[2-9]|1\d|[01]?\.\d|[a-z])", re.I)
HIDING = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all|max-height\s{0,3}:\s{0,3}0"
    r"|opacity\s{0,3}:\s{0,3}0(?![.\d])|text-indent\s{0,3}:\s{0,3}-\d{3}|left\s{0,3}:\s{0,3}-\d{4}"
)
# A style as it stands in a tag. Found in the source: asking the parser for every style would cost more than parsing.
STYLE = re.compile(r"style\s*+=\s*+(?:\"[^\"<]{0,2500}+\"|'[^'<]{0,2500}+'|[^<>]{0,2500}+)")
MARK = " data-may-hide"
TAG_NAME = re.compile(r"<[a-zA-Z][\w:-]{0,30}")
LONGEST_TAG = 2500


def marked(source: str, lowered: str) -> str:
    """The source with a mark on each element whose style may hide it; `lowered` has the same places."""
    pieces, done = [], 0
    for style in STYLE.finditer(lowered):
        if not _may_hide(style[0]):
            continue
        start = lowered.rfind("<", max(done, style.start() - LONGEST_TAG), style.start())
        if start >= 0 and (name := TAG_NAME.match(source, start)):
            pieces += [source[done : name.end()], MARK]
            done = name.end()
    return "".join([*pieces, source[done:]]) if pieces else source


@lru_cache(maxsize=1024)
def _may_hide(style: str) -> bool:
    """Kept, because the cells of a table share their styles, and an issuer's mails, too."""
    return HIDING.search(style) is not None or ZERO_FONT.search(style) is not None


def drop_hidden(tree: LexborHTMLParser) -> None:
    """What a style or an attribute hides; a mark is in the source wherever a style may."""
    _drop(node for node in tree.css(f"[{MARK.strip()}],[hidden]") if _hides(node))


def _drop(nodes: Iterable[LexborNode]) -> None:
    """From the last to the first, so that what lies in a dropped node has gone before it; each once, though two selectors found it."""
    for node in reversed(list({node.mem_id: node for node in nodes}.values())):
        # The root itself cannot be taken out.
        for dropped in list(node.iter()) if node.tag == "html" else [node]:
            dropped.decompose()


def _hides(node: LexborNode) -> bool:
    # A spacer with nothing in it.
    if node.child is None:
        return False
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


def drop_unseen(tree: LexborHTMLParser, tags: Iterable[str], rules: str) -> None:
    """The elements of these names, and those of the classes that the style sheets hide."""
    if wanted := [*tags, *(f'[class~="{name}"]' for name in hidden_classes(rules))]:
        _drop(tree.css(",".join(wanted)))
