"""Whether a style shows its element: by itself, or by its colours."""

import re
from functools import lru_cache
from html import unescape

from selectolax.lexbor import LexborNode

# Sizes that nobody reads: nothing, a part of a point, one point.
ZERO_FONT = re.compile(
    r"(?<![\w-])font(?:-size\s{0,3}:\s{0,3}|\s{0,3}:\s{0,3})(?:0(?:\.0{1,3})?(?:px|pt|r?em|%)?|(?:0?\.\d{1,3}|1(?:\.\d)?)(?:px"
    r"|pt)|1)(?![.\w%])",
    re.I,
)
SOME_FONT = re.compile(r"font-size\s{0,3}:\s{0,3}(?:[2-9]|1\d|1r?em|[01]?\.\d|[a-z])", re.I)
HIDING = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}(?:hidden|collapse)|mso-hide\s{0,3}:\s{0,3}all|max-height\s{0,3}:\s{0,3}0"
    r"|opacity\s{0,3}:\s{0,3}(?:0(?![.\d])|0?\.0)|text-indent\s{0,3}:\s{0,3}-\d{3}|(?:left|top)\s{0,3}:\s{0,3}-(?:999|\d{4})"
    r"|(?<![\w-])clip\s{0,3}:\s{0,3}rect\(\s{0,3}[01](?:px)?[\s,]|transform\s{0,3}:\s{0,3}scale\(\s{0,3}0\s{0,3}[),]"
    r"|(?<![\w-])color\s{0,3}:\s{0,3}(?:transparent|rgba\([^()]{5,30},\s{0,3}0(?:\.0{1,3})?\s{0,3}\))"
    r"|text-fill-color\s{0,3}:\s{0,3}transparent|clip-path\s{0,3}:\s{0,3}(?:inset\(\s{0,3}(?:[5-9]\d|100)%|circle\(\s{0,3}0)"
    r"|filter\s{0,3}:\s{0,3}opacity\(\s{0,3}0\s{0,3}%?\s{0,3}\)"
    r"|translate[xy]?\(\s{0,3}-(?:999|\d{4})|content-visibility\s{0,3}:\s{0,3}hidden"
    # Crossed out: the price that is no more.
    r"|text-decoration(?:-line)?\s{0,3}:\s{0,3}(?:[a-z]{1,12} ){0,2}line-through"
)
# No room, and what does not fit is cut off.
NO_ROOM = re.compile(r"(?<![\w-])(?:max-)?(?:height|width)\s{0,3}:\s{0,3}0(?:px|pt|r?em|%)?(?![.\w%])")
# A single dot in both ways: what is meant for those who listen.
DOT = re.compile(
    r"(?<![\w-])(?:height\s{0,3}:\s{0,3}1px.{0,200}(?<![\w-])width|width\s{0,3}:\s{0,3}1px.{0,200}(?<![\w-])height)\s{0,3}:\s{0,3}1px",
    re.S,
)
CUT_OFF = re.compile(r"overflow\s{0,3}:\s{0,3}hidden")
COMMENT = re.compile(r"/\*[^*]{0,200}\*/")
COLOUR = r"(#[0-9a-f]{6}|#[0-9a-f]{3}|white|black|rgb\([\d\s,]{5,20}\))"
TEXT_COLOUR = re.compile(rf"(?<![\w-])color\s{{0,3}}[:=]\s{{0,3}}[\"']?{COLOUR}")
GROUND = re.compile(rf"(?<![\w-])(?:background(?:-color)?|bgcolor)\s{{0,3}}:\s{{0,3}}{COLOUR}")
FIGURE = re.compile(r"\d")
NAMED = {"white": "#ffffff", "black": "#000000"}
WHITE = (255, 255, 255)
# Text this near to its ground in each of red, green and blue is not seen.
NEAR = 8
LIGHT = 208
MOST_PARENTS = 40

# Attributes that mark an element for a second look.
MAY_HIDE = "data-may-hide"
PALE = "data-pale"

Colour = tuple[int, int, int]


@lru_cache(maxsize=1024)
def mark_of(style: str) -> str | None:
    """The mark for an element whose style, as it stands in the source in small letters, may hide it, or may lose its text on its ground.

    Kept, because cells share their styles, and an issuer's mails, too.
    """
    plain = COMMENT.sub("", unescape(style)) if "&" in style or "/*" in style else style
    if hides(plain) or shrinks(plain):
        return MAY_HIDE
    return PALE if _odd_colour(plain) else None


@lru_cache(maxsize=1024)
def hides(style: str) -> bool:
    style = COMMENT.sub("", style) if "/*" in style else style
    if HIDING.search(style):
        return True
    return CUT_OFF.search(style) is not None and (NO_ROOM.search(style) or DOT.search(style)) is not None


@lru_cache(maxsize=1024)
def shrinks(style: str) -> bool:
    """Whether its letters have no size."""
    return ZERO_FONT.search(style) is not None


def _odd_colour(style: str) -> bool:
    """Light text, or text in the colour of a ground of its own: only these may be lost."""
    found = TEXT_COLOUR.search(style)
    if found is None:
        return False
    own = GROUND.search(style)
    return _near(_colour(found[1]), _colour(own[1])) if own else min(_colour(found[1])) >= LIGHT and "background" not in style


def _near(text: Colour, ground: Colour) -> bool:
    return all(abs(one - behind) <= NEAR for one, behind in zip(text, ground, strict=True))


def lost_on_its_ground(node: LexborNode, *, painted: bool) -> bool:
    """Whether a text with figures is written in the colour of its ground. `painted`: style sheets colour grounds, which nobody looks up here."""
    if not FIGURE.search(node.text(deep=True)):
        return False
    attributes = node.attributes
    style = (attributes.get("style") or "").lower()
    found = TEXT_COLOUR.search(style) or TEXT_COLOUR.search(f"color={(attributes.get('color') or '').lower()}")
    ground = _ground(node, painted=painted) if found else None
    return found is not None and ground is not None and _near(_colour(found[1]), ground)


def _ground(node: LexborNode, *, painted: bool) -> Colour | None:
    """The colour behind a node: that of the nearest around it that has one, else white; None where it cannot be told."""
    at: LexborNode | None = node
    for _ in range(MOST_PARENTS):
        if at is None:
            break
        attributes = at.attributes
        style = (attributes.get("style") or "").lower()
        if "url(" in style or "gradient" in style or "background" in attributes:
            return None
        if found := GROUND.search(f"{style};bgcolor:{(attributes.get('bgcolor') or '').lower()}"):
            return _colour(found[1])
        if "background" in style:
            return None
        at = at.parent
    return None if painted else WHITE


def _colour(printed: str) -> Colour:
    value = NAMED.get(printed, printed)
    if value.startswith("rgb"):
        parts = [int(part) for part in re.findall(r"\d{1,3}", value)]
        return (parts[0], parts[1], parts[2]) if len(parts) == len(WHITE) else (127, 127, 127)
    digits = value[1:] if len(value) > 4 else "".join(char * 2 for char in value[1:])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
