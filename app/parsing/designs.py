"""A design is a mail's markup without its texts: an issuer's mails share it. Where the texts of a known one are shown, and between
which marks, the parser told when it was new; of the next mail it is told without parsing.

Exact, or not used: what could make more of the markup than tags and texts, or look into a text before it is shown, is left to the parser.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.parsing.entities import OddReferenceError, unescaped
from app.parsing.head import CUT_VALUE

Sheets = tuple[str, ...]
Texts = Sequence[str]
Getter = Callable[[Texts], tuple[str, ...]]

LONGEST = 100_000
# In characters; and how many designs are remembered to have come once.
MOST_KEPT = 4_000_000
MOST_MET = 16_384
# Of one design, with one style sheet or another; and how often none is found before such mails are left to the parser.
MOST_PLANS = 4
MOST_IN_VAIN = 30
# The tags before its first text, its style sheets and its number of tags tell roughly whether a mail's design is new.
LONGEST_FIRST = 600
# Stands where tags and texts part.
CUT = "\0"
TEXT = re.compile(r">( *+[^ <>][^<>]*+)<")
# Of links and pictures: they differ from mail to mail, and nobody looks at them.
ADDRESS = '="http'
LONGEST_VALUE = 700
# Turns round what follows it in its line; the parser knows no lines.
OVERRIDE = "\u202e"


@dataclass(frozen=True, slots=True)
class Cut:
    """A mail's markup: its design; its runs of tags as they stand, but for the signs at their ends; the texts between these, none blank."""

    design: str
    runs: list[str]
    texts: list[str]


@dataclass(frozen=True, slots=True)
class Plan:
    """`frame` holds the marks between which a design's `shown` texts stand, and room for them; the whole is at most `longest` long.

    It holds for mails with the same `styles`: places and texts.
    """

    styles: tuple[tuple[int, str], ...]
    shown: Getter
    frame: tuple[str, ...]
    longest: int

    def fits(self, texts: Texts) -> bool:
        return all(texts[at] == style for at, style in self.styles)

    def told(self, texts: Texts) -> str | None:
        """What is shown; None where a text asks for the parser."""
        every = CUT.join(texts)
        # A style is looked for in texts, too.
        if "=" in every and "style" in every.lower():
            return None
        frame = list(self.frame)
        frame[1::2] = self.shown(texts)
        told = "".join(frame)
        try:
            told = unescaped(told) if "&" in told else told
        except OddReferenceError:
            return None
        return None if len(told) > self.longest or OVERRIDE in told else told.replace(CUT, "")


ByParser = Callable[[str, Sheets], str]
Planner = Callable[[Cut, str, Sheets, ByParser], Plan | None]


class Designs:
    """`by_parser` tells what is shown of a markup with its style sheets; `planner` makes a plan of a mail that holds for others, too."""

    __slots__ = ("by_parser", "in_vain", "met", "planner", "plans", "size")

    def __init__(self, by_parser: ByParser, planner: Planner) -> None:
        self.by_parser = by_parser
        self.planner = planner
        self.plans: dict[tuple[str, Sheets], tuple[Plan, ...]] = {}
        self.met: set[int] = set()
        self.in_vain: dict[int, int] = {}
        self.size = 0

    def shown(self, markup: str, sheets: Sheets) -> str:
        """What the parser tells, perhaps with fewer blanks and without lines that hold nothing, not even a cell."""
        text = TEXT.search(markup, 0, LONGEST_FIRST)
        first = text.start() if text else markup.rfind(">", 0, LONGEST_FIRST)
        look = hash((markup[: first + 1], sheets, markup.count("<")))
        tried = self.in_vain.get(look)
        if tried is None:
            if len(self.in_vain) >= MOST_MET:
                self.in_vain.clear()
            self.in_vain[look] = 0
        elif tried < MOST_IN_VAIN:
            told = self._told(markup, sheets)
            self.in_vain[look] = 0 if told is not None else tried + 1
            if told is not None:
                return told
        return self.by_parser(markup, sheets)

    def _told(self, markup: str, sheets: Sheets) -> str | None:
        cut = cut_up(markup)
        if cut is None:
            return None
        key = cut.design, sheets
        plans = self.plans.get(key, ())
        if not plans and not self._met(hash(key)):
            return None
        for plan in plans:
            if plan.fits(cut.texts):
                return plan.told(cut.texts)
        made = self.planner(cut, markup, sheets, self.by_parser) if len(plans) < MOST_PLANS else None
        if made:
            self._keep(key, made)
        return made.told(cut.texts) if made else None

    def _met(self, design: int) -> bool:
        """Whether it came before; if not, from now on it did: what comes once is not kept."""
        if design in self.met:
            return True
        if len(self.met) >= MOST_MET:
            self.met.clear()
        self.met.add(design)
        return False

    def _keep(self, key: tuple[str, Sheets], plan: Plan) -> None:
        """The oldest make room. Threads may share it: nothing here minds what another one does meanwhile."""
        before = self.plans.get(key, ())
        self.plans[key] = (*before, plan)
        self.size += _size(key, (*before, plan)) - (_size(key, before) if before else 0)
        for oldest in list(self.plans) if self.size > MOST_KEPT else ():
            if self.size > MOST_KEPT and (dropped := self.plans.pop(oldest, ())):
                self.size -= _size(oldest, dropped)


def _size(key: tuple[str, Sheets], plans: tuple[Plan, ...]) -> int:
    """The design, its frames, which are about as long, and the style sheets: a design of a few tags may have long ones."""
    styles = (style for plan in plans for _, style in plan.styles)
    return 2 * len(key[0]) + sum(map(len, key[1])) + sum(map(len, styles))


def cut_up(markup: str) -> Cut | None:
    """White space is blanks there. A tag that is not closed, or a sign that is none of a tag's, shows in the design."""
    if len(markup) > LONGEST or CUT in markup or CUT_VALUE in markup:
        return None
    for mark in "\n\r\t\f\v":
        markup = markup.replace(mark, " ")
    pieces = TEXT.split(markup)
    runs = pieces[::2]
    design = _without_addresses(f">{CUT}<".join(runs))
    return Cut(design, runs, pieces[1::2]) if design else None


def _without_addresses(tags: str) -> str | None:
    first, *rest = tags.split(ADDRESS)
    if not rest:
        return tags
    parted = [piece.partition('"') for piece in rest]
    values = [value for value, _, _ in parted]
    every = "".join(values)
    if max(map(len, values)) > LONGEST_VALUE or "<" in every or ">" in every or "style" in every.lower():
        return None
    return f"={CUT_VALUE}".join([first, *[behind for _, _, behind in parted]])
