"""Whether a mail comes from whom it says: what the receiving server found, and names that stand on foreign ground."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache

from app.domain.mail import Mail
from app.parsing.authentication import failed
from app.parsing.brands import BRANDS, FREE_MAIL, GENERIC_WORDS
from app.parsing.famous import FAMOUS
from app.parsing.lettering import as_seen, written
from app.parsing.registry import ISSUERS, issuer_of

# Words that phishers hang on a brand with a hyphen: hdfcbank-notify.info, davivienda-alerts.com, secure-info6.citi.com.
BAIT = frozenset(
    "secure security alert alerts notify notification notifications verify verification support update updates account accounts login service services help center customer care online info mail seguridad segura seguro aviso avisos cliente clientes clienti client espaceclient acceso securite verification securise sicherheit kunde kunden umstellung sicher veilig beveiliging bezpieczny bezpieczenstwo guvenlik destek aktualizacja zabezpieczenia suporte seguranca atendimento netbanking internetbanking ibanking onlinebanking ebanking digibank kyc pan gov desk auth portal refund refunds receipt receipts billing id rewards claim dispute fraud".split()
)
CHEAP = frozenset(
    "top xyz info cloud space website host support help services center digital-id pw cc gq tk ml cf ga men date stream vip cn.com pl.cc ph.net us.com ru.com sa.com in.net co.com eu.com za.com br.com gb.net jpn.com se.net click icu online site live buzz club shop vip work rest fit loan win bid cam quest cyou sbs bond lol monster".split()
)
# Registries that sell names one level below: the owner's name is the label before.
SECOND_LEVEL = frozenset("b co com net org gov edu ac ne or go gob gub bank fin in mil nom".split())
FORWARDED = re.compile(
    r"^-{2,}\s?(?:forwarded message|mensaje reenviado|message transféré|weitergeleitete nachricht)", re.I | re.M
)
FORWARD_FROM = re.compile(r"^\W{0,3}(?:from|de|von|da):[^\n<]{0,120}<([^<>\s@]{1,80}@[\w.\-]{3,120})>", re.I | re.M)

QUOTED = re.compile(r'"[^"]*+"')
SEVERAL = re.compile(r"@[\w.\-]{1,120}>?\s{0,3},")


def sender(mail: Mail) -> tuple[str, str]:
    """Display name and domain of the From header, both possibly empty: of two addresses, or of none, nobody is the sender."""
    return _sender(mail.header("from")[:500])


@lru_cache(maxsize=1024)
def _sender(header: str) -> tuple[str, str]:
    name, address = split_address(header)
    local, at, domain = address.rpartition("@")
    if not at or "@" in local or SEVERAL.search(QUOTED.sub("", header)):
        return name, ""
    return name, domain.lower().strip(". ")


def split_address(header: str) -> tuple[str, str]:
    """Display name and address; what stands in the last angle brackets is the address, whatever the name pretends."""
    text = header[:500].strip()
    if not text.endswith(">"):
        return "", text if "@" in text and "," not in text else ""
    name, _, address = text[:-1].rpartition("<")
    return name.strip(' "'), address.strip()


def original_domain(mail: Mail) -> str | None:
    """The first sender's domain of a mail its owner forwarded to himself; None when this is no forward."""
    body = (mail.text or "")[:4000]
    if "--" not in body or not FORWARDED.search(body):
        return None
    found = FORWARD_FROM.search(body)
    return found.group(1).rpartition("@")[2].lower() if found else None


def untrusted(mail: Mail) -> bool:
    name, domain = sender(mail)
    if not domain or _failed(mail, domain):
        return True
    if original_domain(mail) is not None:
        return not _from_own_mailbox(mail)
    return domain in FREE_MAIL or _looks_alike(name, domain)


def _failed(mail: Mail, domain: str) -> bool:
    headers = mail.headers.get("authentication-results", ())
    own = organisation(domain)
    return bool(headers) and failed(headers, lambda name: organisation(name) == own)


def organisation(domain: str) -> str:
    """The part of a domain its owner registered: `hdfcbank.bank.in` of `alerts.hdfcbank.bank.in`."""
    labels = domain.lower().strip(".").split(".")
    keep = 3 if len(labels) > 2 and labels[-2] in SECOND_LEVEL and (len(labels[-1]) == 2 or labels[-2] == "bank") else 2
    return ".".join(labels[-keep:])


def _from_own_mailbox(mail: Mail) -> bool:
    """Only the owner's own forwards are read: the same address, or the same domain when it is not everybody's."""
    sent_by, sent_to = split_address(mail.header("from"))[1].lower(), split_address(mail.header("to"))[1].lower()
    domain = sent_by.rpartition("@")[2]
    return sent_by == sent_to or (domain == sent_to.rpartition("@")[2] and domain not in FREE_MAIL)


def _looks_alike(name: str, domain: str) -> bool:
    return _lookalike(name, domain)


@lru_cache(maxsize=4096)
def _lookalike(name: str, domain: str) -> bool:
    # Names forgotten in a famous zone get taken over: issuers do not send from secure-info6.citi.com.
    if domain.startswith(("secure-", "verify-", "login-", "account-")) and domain.count(".") > 1:
        return True
    if issuer_of(domain) is not None:
        return False
    owner = organisation(domain)
    label = owner.split(".")[0]
    name = as_seen(name)
    words = [_plain(word) for word in WORD.findall(name.lower()) if len(word) > 2]
    if _famous_elsewhere(name, domain, owner, label) or _drawn_alike(domain):
        return True
    whole = "".join(_plain(word) for word in WORD.findall(name.lower()))
    if _borrowed_brand(words, domain, owner, label) or _one_letter_off(words, whole, label):
        return True
    if _borrowed_label([*words, _spaced(name)], domain, owner, label):
        return True
    return _brand_below_stranger(words, domain, owner) or _bait(words, label)


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


WORD = re.compile(r"[^\W_]+")


def _drawn_alike(domain: str) -> bool:
    """A domain that is written with foreign letters to look like a known one."""
    shown = written(domain)
    seen = as_seen(shown).lower()
    return seen != shown and (issuer_of(seen) is not None or organisation(seen).split(".")[0] in OWNED)


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


def _plain(text: str) -> str:
    """Without blanks and accents, as a name stands in a domain."""
    bare = unicodedata.normalize(
        "NFD", text.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace(" ", "").replace(".", "")
    )
    return "".join(char for char in bare if not unicodedata.combining(char))


def _owns(brand: str, label: str) -> bool:
    squashed = _plain(brand)
    if label == squashed or label in FAMOUS[brand] or _abbreviates(label, brand):
        return True
    if any(len(one) > 2 and one.endswith("-") and label.startswith(one) for one in FAMOUS[brand]):
        return True
    return len(squashed) > 4 and _holds(label, squashed)


def _holds(label: str, name: str) -> bool:
    """netinterbank, notificacionesbancolombia: one word with the name in it, and no bait beside."""
    rest = label.replace(name, "")
    return name in label and "-" not in label and not any(word in rest for word in BAIT if len(word) > 3)


# Names that stand in other companies' domains as plain words.
WORDS_OF_DAILY_LIFE = frozenset(
    "wise cash apple nab anz halifax allegro service live office dana maya ovo momo klarna norton binance interac chase discover ally square current affirm citizens target starling fidelity".split()
)


def _abbreviates(label: str, brand: str) -> bool:
    """bofa for bank of america, kvb for karur vysya bank: initials of the name, perhaps with more behind."""
    words = brand.split()
    initials = "".join(word[0] for word in words)
    return len(words) > 1 and len(initials) > 2 and label.startswith(initials)


def _one_letter_off(words: Collection[str], whole: str, label: str) -> bool:
    """hdfcbamk for hdfcbank: one letter changed, missing or doubled. The whole name may end in one: "Naranja X", "SpareBank 1"."""
    # "Erste banka" writes from erstebank.hr.
    named = {*words, "".join(words), whole, OWN_WORD.sub("bank", whole)} | {
        other for labels in KNOWN.values() for other in labels
    }
    bare = label.replace("-", "")
    # ebharatgas.com is Bharatgas online; a known issuer's name with such a letter is not its own.
    if bare[:1] in {"e", "i", "m"} and bare[1:] in named - KNOWN.keys() - {one.replace(" ", "") for one in FAMOUS}:
        return False
    return bare not in named and any(len(word) > 6 and _distance_one(word, bare) for word in named)


OWN_WORD = re.compile(r"bank(?:as|a|o|u|i)$")


def _distance_one(left: str, right: str) -> bool:
    if abs(len(left) - len(right)) > 1:
        return False
    short, long = sorted((left, right), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        return short[at + 1 :] == long[at + 1 :]
    # An added plural is a name of its own, not a trick.
    return short[at:] == long[at + 1 :] and not (at == len(short) and long.endswith("s"))


def _brand_below_stranger(words: Collection[str], domain: str, owner: str) -> bool:
    """mail.yape.support-center.top: the name shown is only a sub-domain of somebody else."""
    below = domain.removesuffix(owner).rstrip(".").split(".")
    return any(word in below and word not in owner and word not in GENERIC_WORDS and len(word) > 3 for word in words)


def _bait(words: Collection[str], label: str) -> bool:
    brand, *rest = label.split("-")
    if bool(set(rest) & BAIT) and (brand in words or brand in KNOWN or brand in OWNED or "".join(words).startswith(brand)):
        return True
    # id-apple-receipts.com: the name between two baits.
    return len(rest) > 1 and bool({brand, *rest} & BAIT) and any(part in words for part in rest if part not in BAIT)


def _known() -> dict[str, frozenset[str]]:
    labels: dict[str, set[str]] = {brand: set(owned) | {brand} for brand, owned in BRANDS.items()}
    for issuer in ISSUERS:
        for alias in issuer.aliases:
            labels.setdefault(alias, set()).update(organisation(domain).split(".")[0] for domain in issuer.domains)
    return {brand: frozenset(owned) for brand, owned in labels.items()}


KNOWN = _known()
# Labels that are words of their own, too.
PLAIN_LABELS = (
    WORDS_OF_DAILY_LIFE | GENERIC_WORDS | frozenset("federal discovery privacy nationwide jupiter galicia interbank".split())
)


def _owned() -> dict[str, frozenset[str]]:
    """A registered label that is long enough to be a name of its own → all labels of the same owner."""
    owned: dict[str, frozenset[str]] = {}
    for issuer in ISSUERS:
        labels = {organisation(domain).split(".")[0] for domain in issuer.domains}
        known = frozenset(labels.union(*(KNOWN[alias] for alias in issuer.aliases)))
        for label in labels - PLAIN_LABELS:
            if len(label) > 5:
                owned[label] = owned.get(label, frozenset()) | known
    return owned


OWNED = _owned()
