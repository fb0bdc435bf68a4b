"""Names that are written to be read as another: foreign letters, digits for letters, one letter off."""

import re
from collections.abc import Collection

from app.parsing.claims import KNOWN, OWNED, PLAIN_LABELS
from app.parsing.famous import FAMOUS
from app.parsing.lettering import as_seen, written
from app.parsing.registry import issuer_of
from app.parsing.suffixes import HOMES, organisation

# Digits and pairs of letters that are taken for a letter.
SHAPES = (("0", "o"), ("1", "l"), ("3", "e"), ("5", "s"), ("rn", "m"), ("vv", "w"), ("i", "l"))


def shape(label: str) -> str:
    for drawn, seen in SHAPES:
        label = label.replace(drawn, seen)
    return label


SHAPED = frozenset(shape(label) for label in HOMES if len(label) > 4 and label not in PLAIN_LABELS)
OWN_WORD = re.compile(r"bank(?:as|a|o|u|i)$")


def redrawn(label: str) -> bool:
    """paypa1, amaz0n, cornerica: read as a known name, and not written as it."""
    return label not in HOMES and len(label) > 4 and shape(label) in SHAPED


def drawn_alike(domain: str) -> bool:
    """A domain that is written with foreign letters to look like a known one."""
    shown = written(domain)
    seen = as_seen(shown).lower()
    return seen != shown and (issuer_of(seen) is not None or organisation(seen).split(".")[0] in OWNED)


# What issuers send under, and what they are called: before such a name a letter of one's own is a trick.
LABELS = frozenset(label for labels in KNOWN.values() for label in labels)
CLAIMED = KNOWN.keys() | {brand.replace(" ", "") for brand in FAMOUS}
# A shorter name is too near to others.
LONG = 7
LONG_LABELS = tuple(label for label in LABELS if len(label) >= LONG)


def one_letter_off(words: Collection[str], whole: str, label: str) -> bool:
    """hdfcbamk for hdfcbank: one letter changed, missing or doubled. The whole name may end in one: "Naranja X", "SpareBank 1"."""
    # "Erste banka" writes from erstebank.hr.
    shown = {*words, "".join(words), whole, OWN_WORD.sub("bank", whole)}
    bare = label.replace("-", "")
    # ebharatgas.com is Bharatgas online; a known issuer's name with such a letter is not its own.
    if bare[:1] in {"e", "i", "m"} and bare[1:] not in CLAIMED and (bare[1:] in shown or bare[1:] in LABELS):
        return False
    if bare in shown or bare in LABELS:
        return False
    return any(_distance_one(name, bare) for name in (*LONG_LABELS, *shown) if len(name) >= LONG)


def _distance_one(left: str, right: str) -> bool:
    if abs(len(left) - len(right)) > 1:
        return False
    short, long = sorted((left, right), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        # Hana Bank is not Jana Bank: a name is known by how it begins.
        if at == 0:
            return False
        return short[at + 1 :] == long[at + 1 :]
    # An added plural is a name of its own, not a trick.
    return short[at:] == long[at + 1 :] and not (at == len(short) and long.endswith("s"))
