"""What a mail's markup holds but does not show: found in the source by the styles that hide, marked there, dropped from the tree."""

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.parsing.sheets import DISPLAYED, hiding
from app.parsing.styles import MAY_HIDE, PALE, SOME_FONT, hides, lost_on_its_ground, mark_of, shrinks

# A style as it stands in a tag. Found in the source: asking the parser for every style would cost more than parsing.
STYLE = re.compile(r"style\s*+=\s*+(?:\"[^\"<]{0,2500}+\"|'[^'<]{0,2500}+'|[^<>]{0,2500}+)")
FONT = re.compile(r"<font\b[^<>]{0,200}?\scolor\s{0,3}=\s{0,3}[^<>\s]{1,40}")
TAG_NAME = re.compile(r"<[a-zA-Z][\w:-]{0,30}")
LONGEST_TAG = 2500
# Each is asked for its text, and one may lie in another.
MOST_PALE = 150


def marked(source: str, lowered: str) -> str:
    """The source with a mark on each element whose style may hide it; `lowered` has the same places."""
    styles = [(found.start(), mark) for found in STYLE.finditer(lowered) if (mark := mark_of(found[0]))]
    if "<font" in lowered:
        styles = sorted([*styles, *((found.start(), PALE) for found in FONT.finditer(lowered))])
    pieces, done = [], 0
    for at, mark in styles:
        start = lowered.rfind("<", max(done, at - LONGEST_TAG), at + 1)
        if start >= 0 and (name := TAG_NAME.match(source, start)):
            pieces += [source[done : name.end()], " ", mark]
            done = name.end()
    return "".join([*pieces, source[done:]]) if pieces else source


def drop_hidden(tree: LexborHTMLParser, *, painted: bool) -> None:
    """What a style or an attribute hides; a mark is in the source wherever a style may. `painted`: style sheets colour grounds."""
    _drop(node for node in tree.css(f"[{MAY_HIDE}],[hidden]") if _hides(node))
    _drop(node for node in tree.css(f"[{PALE}]")[:MOST_PALE] if lost_on_its_ground(node, painted=painted))


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
    if "hidden" in attributes or hides(style):
        return True
    return shrinks(style) and not _restores_font(node)


def _restores_font(node: LexborNode) -> bool:
    """Fluid layouts set the size to 0 on a wrapper to swallow gaps and give it back inside."""
    return any(
        SOME_FONT.search(inner.attributes.get("style") or "") and inner.mem_id != node.mem_id
        for inner in node.css('[style*="font-size" i]')[:50]
    )


def drop_unseen(tree: LexborHTMLParser, tags: Iterable[str], rules: str) -> None:
    """The elements of these names, and what the style sheets hide."""
    sheets = hiding(rules)
    if wanted := [*tags, *sheets.always]:
        _drop(tree.css(",".join(wanted)))
    if sheets.unless_shown:
        _drop(node for node in tree.css(",".join(sheets.unless_shown)) if not DISPLAYED.search(_style(node)))
    if sheets.tiny:
        _drop(node for node in tree.css(",".join(sheets.tiny)) if not _styled_inside(node))


def _style(node: LexborNode) -> str:
    return (node.attributes.get("style") or "").lower()


def _styled_inside(node: LexborNode) -> bool:
    """Whether something in it may have a size of its own."""
    return any(inner.mem_id != node.mem_id for inner in node.css("[style],[class],[id]")[:2])
