"""Whether a mail comes from whom it says: what the receiving server found, and names that stand on foreign ground."""

import re
from functools import lru_cache

from app.domain.mail import Mail
from app.parsing.authentication import failed
from app.parsing.brands import FREE_MAIL
from app.parsing.lookalikes import lookalike
from app.parsing.suffixes import organisation

FORWARDED = re.compile(
    r"^-{2,}\s?(?:forwarded message|mensaje reenviado|message transféré|weitergeleitete nachricht)", re.I | re.M
)
FORWARD_FROM = re.compile(r"^\W{0,3}(?:from|de|von|da):([^\n<]{0,120})<([^<>\s@]{1,80})@([\w.\-]{3,120})>", re.I | re.M)

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
    first = _first_sender(mail)
    return first[2] if first else None


def _first_sender(mail: Mail) -> tuple[str, str, str] | None:
    """Display name, local part and domain that a forwarded mail shows as its first sender's."""
    body = (mail.text or "")[:4000]
    found = FORWARD_FROM.search(body) if "--" in body and FORWARDED.search(body) else None
    return (found.group(1).strip(' "*'), found.group(2).lower(), found.group(3).lower()) if found else None


# Whoever has an account there writes through them to anybody.
WRITTEN_BY_USERS = frozenset(
    {
        ("forms-receipts-noreply", "google.com"),
        ("drive-shares-noreply", "google.com"),
        ("drive-shares-dm-noreply", "google.com"),
        ("calendar-notification", "google.com"),
    }
)
RELAYS = frozenset(
    "docusign.net docusign.com hellosign.com pandadoc.net dropboxmail.com wetransfer.com typeform.com jotform.com surveymonkey.com".split()
)


def _by_users(local: str, domain: str) -> bool:
    return organisation(domain) in RELAYS or (local, domain) in WRITTEN_BY_USERS


def untrusted(mail: Mail) -> bool:
    name, domain = sender(mail)
    if not domain or _failed(mail, domain):
        return True
    if first := _first_sender(mail):
        shown, address, origin = first
        return not _from_own_mailbox(mail) or lookalike(shown, origin, address)
    local = split_address(mail.header("from"))[1].partition("@")[0].lower()
    return domain in FREE_MAIL or _by_users(local, domain) or lookalike(name, domain, local)


def _failed(mail: Mail, domain: str) -> bool:
    headers = mail.headers.get("authentication-results", ())
    own = organisation(domain)
    return bool(headers) and failed(headers, lambda name: organisation(name) == own)


def _from_own_mailbox(mail: Mail) -> bool:
    """Only the owner's own forwards are read: the same address, or the same domain when it is not everybody's."""
    sent_by, sent_to = split_address(mail.header("from"))[1].lower(), split_address(mail.header("to"))[1].lower()
    domain = sent_by.rpartition("@")[2]
    return sent_by == sent_to or (domain == sent_to.rpartition("@")[2] and domain not in FREE_MAIL)
