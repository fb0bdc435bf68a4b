"""The order of attack: trust, issuer formats, guards, general reader, unparsed."""

from app.domain.mail import Mail
from app.domain.reading import Reading, Verdict
from app.domain.transaction import Transaction
from app.parsing.clean import Page, read_page
from app.parsing.dates import DateContext
from app.parsing.formats import Issuer
from app.parsing.generic.reader import read_general
from app.parsing.guards import notice_reason
from app.parsing.registry import issuer_of
from app.parsing.slots import Reader
from app.parsing.trust import sender, untrusted

# Raised whenever a mail may be read differently than before.
READER_VERSION = 1
# A known sentence outweighs a guard's phrase in the small print, but not the words that turn its meaning.
TURNING = frozenset({"declined", "otp", "request", "refund_initiated", "scheduled", "mandate_registration"})


def parse(mail: Mail) -> Reading:
    """What the mail tells. Pure; the text looked at is bounded (see clean.py), so time is too."""
    if untrusted(mail):
        return Reading(Verdict.NOTICE, reason="untrusted_sender")
    page = read_page(mail)
    lowered = page.text.lower()
    issuer = issuer_of(sender(mail)[1])
    reason = notice_reason(page, lowered)
    reader = _reader(mail, issuer)
    if issuer is not None and reason not in TURNING:
        if stated := next((one.reason for one in issuer.notices if one.says(page, lowered)), None):
            return Reading(Verdict.NOTICE, issuer=issuer.name, reason=stated)
        if read := _by_format(issuer, page, lowered, reader):
            name, told = read
            return Reading(Verdict.TRANSACTION, (told,), issuer.name, name, 0.99)
    name = issuer.name if issuer else None
    if reason is not None:
        return Reading(Verdict.NOTICE, issuer=name, reason=reason)
    return read_general(page, lowered, reader, name)


def _reader(mail: Mail, issuer: Issuer | None) -> Reader:
    dates = DateContext(mail.received_at, issuer.month_first if issuer else False)
    return Reader(issuer.country if issuer else None, issuer.currency if issuer else "", dates)


def _by_format(issuer: Issuer, page: Page, lowered: str, reader: Reader) -> tuple[str, Transaction] | None:
    for one in issuer.formats:
        if told := one.read(page, lowered, reader):
            return one.name, told
    return None
