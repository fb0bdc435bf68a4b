"""How a plan of a design is made: with a letter in each text's place the parser tells where the texts go."""

import re
from itertools import chain, zip_longest
from operator import itemgetter

from app.parsing.designs import CUT, LONGEST_VALUE, ByParser, Cut, Plan, Planner, Sheets
from app.parsing.head import ATTRIBUTES, BLANK, COMMENT, CUT_VALUE
from app.parsing.hidden import LONGEST_TAG
from app.parsing.markup import CELL, ROW
from app.parsing.sheets import hiding

# Elements that hold text as any other: it is not what they are for, as in a script, and their tags do nothing to it, as in a picture.
NAMES = (
    "a|abbr|address|article|aside|b|base|bdi|bdo|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|div|dl|dt|em"
    "|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|img|input|ins|label|li|link|main|meta|nav|o:p|ol|p|s|section|small"
    "|span|strike|strong|sub|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|wbr"
)
KNOWN = re.compile(
    rf"(?:</?(?:{NAMES})(?:{ATTRIBUTES}|>)"
    # With no tag inside.
    rf"|<style(?:{ATTRIBUTES}|>)(?:{CUT}|{BLANK}*+)</style{BLANK}*+>"
    rf"|{BLANK}++|{CUT}|{COMMENT}|<!doctype[^<>{CUT_VALUE}]*+>|<!\[(?:if[ !()&|\w.]*+|endif)\](?:--)?>)*+",
    re.I | re.A,
)
# What the source is searched for beyond the end of a style without quotes, and of a colour.
BEYOND = re.compile(rf"style\s*+=\s*+[^\"'\s]|<font[^<>]*+{CUT_VALUE}", re.I)
# Where the words themselves tell whether a label ends: see SPANS and TWO in markup.py.
BOLD = r"(?:span|strong|b)"
BY_WORDS = re.compile(
    rf"</span><span|<(?:br|div|li|p|td)(?:[\s/][^<>]*+)?> *+<{BOLD}(?:\s[^<>]*+)?>{CUT}</{BOLD}>"
    rf"(?:{CUT}<(?:br|/div|/li|/p|/td)|[ ]++<{BOLD}(?:\s[^<>]*+)?>{CUT}</{BOLD}> *+</(?:div|li|p|td)>)"
)
TAG = re.compile(r"<[^<>]*+")
# Attributes that hold something else, even where it looks like an address.
LOOKED_AT = frozenset({"style", "class", "id", "type", "color", "bgcolor"})
NAME = re.compile(r"[\w:-]+")
# The attributes that a selector asks for; and whatever may be one, where a comment may begin in one sheet and end in the next.
ASKED = re.compile(r"\[\s*([\w:-]+)")
PERHAPS_ASKED = re.compile(r"([\w:-]++)\s*+[\]=~|^$*/]")
# A letter that no font has, one for each text.
FIRST, LAST = 0xE000, 0xF8FF
LETTER = re.compile(f"[{chr(FIRST)}-{chr(LAST)}]")
FEWEST = 2
BLANK_LINES = re.compile(f"{ROW}+")
SEVERAL = re.compile(r" +")


def folded(text: str) -> str:
    """Without lines in which nothing stands, not even a cell, and with single blanks: a mail's rows are the same."""
    text = SEVERAL.sub(" ", text)
    for mark in (ROW, CELL):
        text = text.replace(f" {mark}", mark).replace(f"{mark} ", mark)
    return BLANK_LINES.sub(ROW, text)


def planner(room: int) -> Planner:
    """`room` is how long a text may be of which the parser tells the whole."""

    def plan(cut: Cut, markup: str, sheets: Sheets, by_parser: ByParser) -> Plan | None:
        """One that tells of its own mail what the parser does."""
        made = _planned(cut, sheets, by_parser, room) if _plain(cut, sheets) else None
        told = made.told(cut.texts) if made else None
        return made if told is not None and folded(told) == folded(by_parser(markup, sheets)) else None

    return plan


def _plain(cut: Cut, sheets: Sheets) -> bool:
    """Whether a parser sees these tags and texts and no others, and none that are mended, or that a style sheet knows by an address."""
    if not KNOWN.fullmatch(cut.design) or BEYOND.search(cut.design) or BY_WORDS.search(cut.design):
        return False
    tags = [tag for tag in TAG.findall(cut.design) if CUT_VALUE in tag]
    names = {before.rpartition(" ")[2].lower() for tag in tags for before in tag.split(f"={CUT_VALUE}")[:-1]}
    # A comment or a style sheet may be longer: it is so in all mails of the design.
    short = all(len(tag) + LONGEST_VALUE * tag.count(CUT_VALUE) < LONGEST_TAG for tag in tags)
    return short and all(map(NAME.fullmatch, names)) and not names & (LOOKED_AT | _asked([*sheets, *dict(_styles(cut)).values()]))


def _asked(styles: list[str]) -> set[str]:
    """The attributes by which the style sheets may hide: of several sheets all that they name."""
    if len(styles) != 1:
        return {name.lower() for style in styles for name in PERHAPS_ASKED.findall(style)}
    rules = hiding(styles[0])
    return {name.lower() for selector in (*rules.always, *rules.unless_shown, *rules.tiny) for name in ASKED.findall(selector)}


def _styles(cut: Cut) -> tuple[tuple[int, str], ...]:
    """The texts that are style sheets."""
    return tuple((at, text) for at, text in enumerate(cut.texts) if cut.runs[at].rpartition("<")[2][:5].lower() == "style")


def _planned(cut: Cut, sheets: Sheets, by_parser: ByParser, room: int) -> Plan | None:
    styles = _styles(cut)
    sheets_at = dict(styles)
    texts = [at for at in range(len(cut.texts)) if at not in sheets_at]
    if not FEWEST <= len(texts) <= LAST - FIRST:
        return None
    letters = {at: chr(FIRST + number) for number, at in enumerate(texts)}
    order = by_parser(_with_texts(cut, letters), sheets)
    # The parser may put blanks elsewhere than what follows them, and a text with a figure may be lost on its ground.
    wide = by_parser(_with_texts(cut, {at: f" {letter}7 " for at, letter in letters.items()}), sheets)
    places = [ord(letter) - FIRST for letter in LETTER.findall(order)]
    marks = LETTER.split(order)
    if wide != LETTER.sub(r" \g<0>7 ", order) or "".join(marks).strip(f" {ROW}{CELL}") or not _sound(places, len(texts)):
        return None
    frame = chain.from_iterable((folded(mark) or CUT, "") for mark in marks)
    shown = itemgetter(*(texts[place] for place in places))
    return Plan(styles, shown, tuple(frame)[:-1], room - sum(map(len, marks)))


def _sound(places: list[int], many: int) -> bool:
    """Whether each is a text's, and none is told twice."""
    return FEWEST <= len(places) == len(set(places)) and max(places) < many


def _with_texts(cut: Cut, instead: dict[int, str]) -> str:
    between = [f">{instead.get(at, text)}<" for at, text in enumerate(cut.texts)]
    return "".join(chain.from_iterable(zip_longest(cut.runs, between, fillvalue="")))
