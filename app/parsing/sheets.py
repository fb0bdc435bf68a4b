"""What a mail's style sheets hide: the rules that hold on a screen of any width, as selectors the parser knows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.parsing.styles import ZERO_FONT, hides

LONGEST_SHEET = 20_000
LONGEST_STYLE_TAG = 300
MOST_SHEETS = 10
MOST_SELECTORS = 40
# How much of a rule is looked at: its selectors are written before its style.
MOST_NAMED = 600
# A selector of two steps looks at all that stands around an element.
MOST_STEPS = 6

COMMENT = re.compile(r"/\*(?:[^*]++|\*(?!/))*+(?:\*/|$)|<!--|-->")
# What a media query hides is hidden on some screens only; one that names all screens asks for nothing.
MEDIA = re.compile(
    r"@(?:media(?P<screens>[^{]{0,300})|(?:supports"
    r"|container)[^{]{0,300})\{(?P<rules>(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,200}[^{}]{0,2000})\}",
    re.I,
)
EVERY_SCREEN = re.compile(r"\s*(?:only\s+)?(?:all|screen)\s*(?:,\s*(?:only\s+)?(?:all|screen|print)\s*){0,3}")
MEDIA_OF_TAG = re.compile(r"\smedia\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
DISPLAYED = re.compile(r"(?<![\w-])display\s*:\s*(?!none|[\s;]|$)")
NOT_DISPLAYED = re.compile(r"display\s*:\s*none(?!\s*!)")
# Only Outlook looks at it; beside a style of the element's own stands what other readers look at.
OUTLOOKS = re.compile(r"mso-hide\s*:\s*all")

NAME = r"-?[a-zA-Z_][\w-]{0,60}"
ATTRIBUTE = rf"\[\s?{NAME}\s?(?:[~|^$*]?=\s?(?:\"[^\"\]]{{0,80}}\"|'[^'\]]{{0,80}}'|{NAME})\s?)?\]"
STEP = rf"(?:(?:{NAME}|\*)(?:[.#]{NAME}|{ATTRIBUTE}){{0,6}}|(?:[.#]{NAME}|{ATTRIBUTE}){{1,6}})"
SELECTOR = re.compile(rf"{STEP}(?P<second>(?:\s?[>+]\s?|\s){STEP})?")


@dataclass(frozen=True, slots=True)
class Hiding:
    """Selectors of what is hidden: for good, unless the element's own style shows it, or in letters of no size."""

    always: tuple[str, ...] = ()
    unless_shown: tuple[str, ...] = ()
    tiny: tuple[str, ...] = ()


NOTHING = Hiding()


def style_sheets(source: str, lowered: str) -> Iterator[str]:
    """What stands in each <style> for any screen, but for what only Outlook is told in a comment; `lowered` has the same places."""
    at = _behind_comments(lowered, 0)
    while at >= 0:
        start = source.find(">", at, at + len("<style") + LONGEST_STYLE_TAG + 1) + 1
        end = lowered.find("</style", start, start + LONGEST_SHEET + len("</style")) if start else -1
        if end >= 0 and _for_every_screen(lowered[at:start]):
            yield source[start:end]
        at = _behind_comments(lowered, max(at + 1, end))


def _behind_comments(lowered: str, at: int) -> int:
    """The next <style> that does not stand in a comment, or -1."""
    style = lowered.find("<style", at)
    comment = lowered.find("<!--", at)
    while 0 <= comment < style:
        end = lowered.find("-->", comment + 2)
        if end < 0:
            return -1
        style = lowered.find("<style", end) if style < end else style
        comment = lowered.find("<!--", end)
    return style


def _for_every_screen(tag: str) -> bool:
    found = MEDIA_OF_TAG.search(tag)
    return found is None or EVERY_SCREEN.fullmatch(found[1] or found[2] or found[3] or "all") is not None


@lru_cache(maxsize=64)
def hiding(rules: str) -> Hiding:
    """Later rules win over earlier ones of the same selector, unless those had the last word."""
    told: dict[str, str] = {}
    for selectors, style in _rules(rules):
        if how := _how(style):
            for selector in _separate(selectors):
                if told.get(selector) != "always" or how == "always":
                    told[selector] = how
    kept: dict[str, list[str]] = {"always": [], "unless_shown": [], "tiny": []}
    steps = 0
    for selector, how in told.items():
        found = SELECTOR.fullmatch(selector)
        if found is None or how == "shown":
            continue
        steps += found["second"] is not None
        if found["second"] is None or steps <= MOST_STEPS:
            kept[how].append(selector)
    return Hiding(**{how: tuple(listed[:MOST_SELECTORS]) for how, listed in kept.items()})


def _rules(rules: str) -> Iterator[tuple[str, str]]:
    """What stands before each rule's style, and the style."""
    for rule in MEDIA.sub(_for_us, COMMENT.sub(" ", rules)).split("}"):
        selectors, _, style = rule.rpartition("{")
        yield selectors, style.lower()


def _separate(selectors: str) -> list[str]:
    return [" ".join(one.split()) for one in selectors.rpartition("{")[2][:MOST_NAMED].split(",")]


def _for_us(block: re.Match[str]) -> str:
    screens = block["screens"]
    return block["rules"] if screens is not None and EVERY_SCREEN.fullmatch(screens.lower()) else " "


def _how(style: str) -> str | None:
    style = OUTLOOKS.sub("", style)
    if hides(style):
        return "always" if hides(NOT_DISPLAYED.sub("", style)) else "unless_shown"
    if DISPLAYED.search(style):
        return "shown"
    return "tiny" if ZERO_FONT.search(style) else None
