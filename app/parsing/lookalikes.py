"""Names that stand on foreign ground: a known brand shown by, or worked into, a domain that is not its own."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from app.parsing.brands import BRANDS, GENERIC_WORDS
from app.parsing.claims import BAIT, CHEAP, KNOWN, OWNED, PLAIN_LABELS, WORDS_OF_DAILY_LIFE, plain
from app.parsing.famous import FAMOUS
from app.parsing.lettering import as_seen
from app.parsing.registry import issuer_of
from app.parsing.spellings import drawn_alike, one_letter_off, redrawn
from app.parsing.suffixes import HOMES, organisation, regional, strange_suffix

WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def lookalike(name: str, domain: str, local: str) -> bool:
    """Whether the domain, or the name shown before it, claims to be somebody whose domain this is not."""
    # Names forgotten in a famous zone get taken over: issuers do not send from secure-info6.citi.com.
    if domain.startswith(("secure-", "verify-", "login-", "account-")) and domain.count(".") > 1:
        return True
    if issuer_of(domain) is not None:
        return False
    owner = organisation(domain)
    label = owner.split(".")[0]
    name = as_seen(name)
    words = [plain(word) for word in WORD.findall(name.lower()) if len(word) > 2]
    if strange_suffix(owner, " ".join(WORD.findall(name.lower())), PLAIN_LABELS):
        return True
    if _at_home(owner, label, words):
        return False
    return (
        _claimed_by_address(local, label)
        or _part_known(label, words)
        or _misspelt(name, words, domain, label)
        or _borrowed(name, words, domain, owner)
        or _bait(words, label)
    )


def _at_home(owner: str, label: str, words: Sequence[str]) -> bool:
    """Nobody but its owner writes from a known domain, or from the one he has for a region, whatever name he shows."""
    if label in HOMES and len(label) > 3 and label not in PLAIN_LABELS:
        return True
    brands = (*words[:2], "".join(words[:2]))
    return any(regional(owner, brand) for brand in brands) and not set(label.split("-")) & BAIT


def _misspelt(name: str, words: Sequence[str], domain: str, label: str) -> bool:
    whole = "".join(plain(word) for word in WORD.findall(name.lower()))
    return redrawn(label) or drawn_alike(domain) or one_letter_off(words, whole, label)


def _borrowed(name: str, words: Sequence[str], domain: str, owner: str) -> bool:
    label = owner.split(".", maxsplit=1)[0]
    return (
        _famous_elsewhere(name, domain, owner, label)
        or _borrowed_brand(words, domain, owner, label)
        or _borrowed_label([*words, _spaced(name)], domain, owner, label)
        or _brand_below_stranger(words, domain, owner)
    )


def _claimed_by_address(local: str, label: str) -> bool:
    """chase.alerts@mailer.example: the brand stands where everybody may write what he likes."""
    claimed = [part for part in re.split(r"[^a-z0-9]+", local) if part in BRANDS and len(part) > 3]
    return any(label not in {part, *BRANDS[part], *FAMOUS.get(part, ())} and part not in label for part in claimed)


def _part_known(label: str, words: Collection[str]) -> bool:
    """payments-interac.net: a known name between hyphens, and bait beside it."""
    parts = label.split("-")
    if len(parts) == 1 or label in HOMES or "-".join(parts) in OWNED:
        return False
    known = any(part in HOMES and len(part) > 2 and (part not in PLAIN_LABELS or part in words) for part in parts)
    official = any(part in {"gov", "gouv", "gob"} for part in parts)
    return official or (known and any(part in BAIT for part in parts))


def _borrowed_brand(words: Sequence[str], domain: str, owner: str, label: str) -> bool:
    """A known issuer's name on a domain that is not its own."""
    tails = ["".join(words[at:]) for at in range(len(words))]
    telling = [word for word in words if word not in GENERIC_WORDS and word not in BAIT]
    for brand, labels in KNOWN.items():
        if brand in WORDS_OF_DAILY_LIFE and telling != [brand]:
            continue
        # Sacombank has "combank" in it, and is nobody else for that.
        if (brand in words or (len(brand) > 6 and any(tail.startswith(brand) for tail in tails))) and label not in {
            *labels,
            *FAMOUS.get(brand, ()),
        }:
            return True
        if brand in words and owner.rpartition(".")[2] in CHEAP:
            return True
    return any(part in KNOWN and part != label for part in domain.removesuffix(owner).rstrip(".").split("."))


def _borrowed_label(words: Sequence[str], domain: str, owner: str, label: str) -> bool:
    """What stands before a known issuer's dot, "hdfcbank", shown by somebody else or below somebody else's domain."""
    below = domain.removesuffix(owner).rstrip(".").split(".")
    return any(word in OWNED and label not in OWNED[word] and not _holds(label, word) for word in [*words, *below])


def _spaced(name: str) -> str:
    """H D F C Bank: letters with blanks between them are a word."""
    words = WORD.findall(name.lower())
    return "".join(words) if sum(len(word) == 1 for word in words) > 2 else ""


def _famous_elsewhere(name: str, domain: str, owner: str, label: str) -> bool:
    """A bank's name shown by, or worked into, a domain that is not the bank's."""
    shown = " " + " ".join(WORD.findall(name.lower())) + " "
    pieces = [piece for piece in re.split(r"[.\-]", domain) if piece]
    cheap = owner.partition(".")[2] in CHEAP - {"info", "online", "live"}
    claimed = [brand for brand in FAMOUS if _shown(brand, shown, name) or _worked_in(brand, pieces)]
    return bool(claimed) and (cheap or not any(_owns(brand, label) for brand in claimed))


def _shown(brand: str, shown: str, name: str) -> bool:
    if not brand.isascii():
        return brand in name.lower()
    return f" {brand} " == shown if brand in WORDS_OF_DAILY_LIFE else f" {brand} " in shown


def _worked_in(brand: str, pieces: Sequence[str]) -> bool:
    squashed = brand.replace(" ", "").replace(".", "")
    if squashed in WORDS_OF_DAILY_LIFE or len(pieces) < 3:
        return False
    return squashed in pieces or (len(squashed) > 6 and any(piece.startswith(squashed) for piece in pieces))


def _owns(brand: str, label: str) -> bool:
    squashed = plain(brand)
    if label == squashed or label in FAMOUS[brand] or _abbreviates(label, brand):
        return True
    if any(len(one) > 2 and one.endswith("-") and label.startswith(one) for one in FAMOUS[brand]):
        return True
    return len(squashed) > 4 and _holds(label, squashed)


def _holds(label: str, name: str) -> bool:
    """netinterbank, notificacionesbancolombia: one word with the name in it, and no bait beside."""
    rest = label.replace(name, "")
    return name in label and "-" not in label and not any(word in rest for word in BAIT if len(word) > 3)


def _abbreviates(label: str, brand: str) -> bool:
    """bofa for bank of america, kvb for karur vysya bank: initials of the name, perhaps with more behind."""
    words = brand.split()
    initials = "".join(word[0] for word in words)
    return len(words) > 1 and len(initials) > 2 and label.startswith(initials)


def _brand_below_stranger(words: Collection[str], domain: str, owner: str) -> bool:
    """mail.yape.support-center.top: the name shown is only a sub-domain of somebody else."""
    below = domain.removesuffix(owner).rstrip(".").split(".")
    return any(
        word in below and word not in owner and word not in GENERIC_WORDS and (len(word) > 3 or word in HOMES) for word in words
    )


def _bait(words: Collection[str], label: str) -> bool:
    brand, *rest = label.split("-")
    if bool(set(rest) & BAIT) and (brand in words or brand in KNOWN or brand in OWNED or "".join(words).startswith(brand)):
        return True
    # id-apple-receipts.com: the name between two baits.
    return len(rest) > 1 and bool({brand, *rest} & BAIT) and any(part in words for part in rest if part not in BAIT)
