"""What stands before a mail's body: nothing a person sees, but its style sheets tell what is hidden.

A head of a kind that every mailer writes is cut before parsing: it is a third of the mail. Any other is left to the parser.
"""

import re
from functools import lru_cache
from itertools import islice

from app.parsing.sheets import MOST_SHEETS, style_sheets

LONGEST_HEAD = 20_000
# As the HTML standard reads them: a quote opens a value only behind a name and its equals sign.
BLANK = r"[ \t\n\r\f]"
# Stands for a value that was cut, without quotes.
CUT_VALUE = "\1"
VALUE = rf"""(?:"[^"<>{CUT_VALUE}]*+"|'[^'<>{CUT_VALUE}]*+'|[^\s"'<>=`/]++)"""
ATTRIBUTES = rf"(?:(?:{BLANK}|/)++[^\s\"'<>/=]++(?:{BLANK}*+={BLANK}*+{VALUE})?+)*+{BLANK}*+/?>"
# A comment ends at the first "-->"; "--!>" and "<!-->" end it, too, and are left to the parser.
COMMENT = r"<!--(?!-?>)(?:[^-]++|-(?!-!?>))*+-->"
INSIDE = "|".join(
    (
        rf"{BLANK}++",
        COMMENT,
        rf"<(?:meta|link){ATTRIBUTES}",
        rf"<title{ATTRIBUTES}[^<]*+</title{BLANK}*+>",
        rf"<style{ATTRIBUTES}[^<]*+</style{BLANK}*+>",
    )
)
OPENING = rf"{BLANK}*+(?:<!doctype[^<>]*+>)?+{BLANK}*+<html{ATTRIBUTES}"
USUAL = re.compile(rf"({OPENING}){BLANK}*+<head{ATTRIBUTES}(?:{INSIDE})*+</head{BLANK}*+>{BLANK}*+", re.I | re.A)


def without_head(markup: str) -> tuple[str, tuple[str, ...]]:
    """The markup without the inside of its head, and the style sheets that stood there."""
    at = markup.find("<body", 0, LONGEST_HEAD)
    if at < 0 or markup[at + 5 : at + 6] not in {" ", ">", "\n", "\r", "\t"}:
        return markup, ()
    kept, sheets = _usual(markup[:at])
    return (markup, ()) if kept is None else (kept + markup[at:], sheets)


@lru_cache(maxsize=128)
def _usual(head: str) -> tuple[str | None, tuple[str, ...]]:
    """Kept, because an issuer's mails share it."""
    found = USUAL.fullmatch(head)
    return (found.group(1), tuple(islice(style_sheets(head, lower_ascii(head)), MOST_SHEETS))) if found else (None, ())


def lower_ascii(source: str) -> str:
    """One byte a letter, and the same places: searched several times faster than text with foreign letters."""
    return source.encode("ascii", "replace").decode("ascii").lower()
