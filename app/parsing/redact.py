"""A mail as it may be shown in a bug report: the same lines and cells, the reader's own words, and nothing of the person.

Kept are words of the reader's vocabulary and the sender's own name. Every other word becomes x of the same shape, every digit a 1
(so that amounts stay amounts and days stay days), every address, handle and link a dummy. What a name and the vocabulary have in
common may stay: look before you publish.
"""

import re
from dataclasses import dataclass

from app.domain.mail import Mail
from app.parsing.clean import read_page
from app.parsing.registry import issuer_of
from app.parsing.suffixes import organisation
from app.parsing.trust import original_domain, sender, split_address
from app.parsing.vocabulary import CASELESS, CORE, WORD, caseless, vocabulary

TOKEN = re.compile(
    r"(?P<link>\b(?:https?://|www\.)\S{1,2000})|(?P<address>[\w.+\-*]{1,100}@[\w.\-]{1,100})|(?P<year>(?<![\w*•])(?:19"
    r"|20)\d\d(?!\d))|(?P<word>[^\W_]+)"
)
MAX_LINES = 200
MAX_CELL = 600


@dataclass(frozen=True, slots=True)
class Redacted:
    """`sender` is the registered domain the mail says it comes from; `lines` are rows of cells."""

    sender: str
    subject: str
    lines: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """As formats write their samples: a row a line, " | " between cells."""
        return "\n".join(" | ".join(cells) for cells in self.lines)


def redact(mail: Mail) -> Redacted:
    page = read_page(mail)
    domain = organisation(original_domain(mail) or sender(mail)[1])
    issuer = issuer_of(domain)
    kept = frozenset(WORD.findall(issuer.name.lower())) if issuer else frozenset()
    hidden = _owner(mail) - frozenset(CORE)
    lines = tuple(tuple(_redacted(cell[:MAX_CELL], kept, hidden) for cell in cells) for cells in page.lines[:MAX_LINES])
    return Redacted(domain, _redacted(page.subject, kept, hidden), lines)


def _owner(mail: Mail) -> frozenset[str]:
    """Words of the addressee's name and address: hidden even where they are words of ours as well (Will, May, Grant)."""
    name, address = split_address(mail.header("to"))
    return frozenset(WORD.findall(f"{name} {address.partition('@')[0]}".lower()))


def _redacted(text: str, kept: frozenset[str], hidden: frozenset[str]) -> str:
    return TOKEN.sub(lambda found: _token(found, kept, hidden), text)


def _token(found: re.Match[str], kept: frozenset[str], hidden: frozenset[str]) -> str:
    if found["link"]:
        return "https://x"
    if found["address"]:
        return "xxxx@xxxx"
    if found["year"]:
        return "2011"
    word = found.group()
    low = word.lower()
    if low not in hidden and (low in kept or low in vocabulary()):
        return word
    return _shape(word)


def _shape(word: str) -> str:
    """Annapurna → Xxxxxxxxx, 4B7 → 1X1; of scripts without capitals what the reader knows stays."""
    if re.search(rf"[{CASELESS}]", word):
        known = caseless()
        at, out = 0, []
        for found in known.finditer(word):
            out += ["〇" * (found.start() - at), found.group()]
            at = found.end()
        return re.sub(r"\d", "1", "".join([*out, "〇" * (len(word) - at)]))
    return "".join("1" if char.isdigit() else "X" if char.isupper() else "x" for char in word)
