"""One mail in, one reading out: the order of attack, from the certain to the likely."""

from dataclasses import replace

from app.domain.mail import Mail
from app.domain.reading import Reading, Verdict
from app.parsing.clean import Page, lower, read_page
from app.parsing.dates import DateContext
from app.parsing.formats import Issuer
from app.parsing.generic import Sender, names_day, read_any, read_several
from app.parsing.guards import notice_reason
from app.parsing.matching import TooManyError
from app.parsing.people import owner_name
from app.parsing.places import country_of, month_first, top_level_country
from app.parsing.pockets import with_pocket
from app.parsing.registry import issuer_of
from app.parsing.slots import Reader
from app.parsing.structured import read_structured
from app.parsing.trust import original_domain, sender, split_address, untrusted

# Raise it whenever a mail may read differently: stored outcomes then show which reader they came from.
READER_VERSION = 8
# The confidence of a format that no labelled mail of its issuer bears out.
ON_TRUST = 0.97


def parse(mail: Mail) -> Reading:
    """What the mail says of money. Pure; never raises, whatever the mail holds; bounded in time."""
    return read(mail)


def read(mail: Mail, *, formats: bool = True, general: bool = True) -> Reading:
    """`parse`, or one part of it alone: without formats the measure of how senders nobody has described fare."""
    if untrusted(mail):
        return _notice("untrusted_sender")
    page = read_page(mail)
    lowered = lower(page.text)
    _, domain = sender(mail)
    domain = original_domain(mail) or domain
    issuer = issuer_of(domain)
    reason = notice_reason(page, lowered)
    if issuer and formats:
        reason = reason or _issuer_notice(issuer, page, lowered)
    if reason:
        return _notice(reason, issuer)
    return with_pocket(_told(mail, page, lowered, domain, issuer, formats=formats, general=general), page, lowered)


def _told(mail: Mail, page: Page, lowered: str, domain: str, issuer: Issuer | None, *, formats: bool, general: bool) -> Reading:
    if issuer and formats and (told := _by_format(issuer, page, lowered, mail, domain)):
        return _dated(told, page, mail, domain, issuer) if general else told
    if not general:
        return _notice("no_payment", issuer)
    return _by_structure(page, mail, issuer) or _by_likeness(page, mail, domain, issuer)


def _notice(reason: str, issuer: Issuer | None = None) -> Reading:
    return Reading(Verdict.NOTICE, issuer=issuer.key if issuer else None, confidence=0.9, reason=reason)


def _issuer_notice(issuer: Issuer, page: Page, lowered: str) -> str | None:
    return next((notice.reason for notice in issuer.notices if notice.says(page, lowered)), None)


def _by_format(issuer: Issuer, page: Page, lowered: str, mail: Mail, domain: str) -> Reading | None:
    reader = reader_of(issuer, mail, domain)
    for form in issuer.formats:
        try:
            told = form.read_all(page, lowered, reader)
        except TooManyError:
            return Reading(Verdict.UNPARSED, issuer=issuer.key, format=form.name, reason="too_many_payments")
        if told:
            return Reading(Verdict.TRANSACTION, told, issuer.key, form.name, 1.0 if form.seen else ON_TRUST)
    return None


def _dated(told: Reading, page: Page, mail: Mail, domain: str, issuer: Issuer) -> Reading:
    """The day a format leaves open the mail may tell elsewhere: in a table below its sentence, or in a newer layout of it."""
    payment, *others = told.transactions or (None,)
    if payment is None or payment.occurred or others or not names_day(page, DateContext(mail.received_at)):
        return told
    likely = _by_likeness(page, mail, domain, issuer).transactions
    if not likely or (likely[0].amount, likely[0].currency) != (payment.amount, payment.currency):
        return told
    return replace(told, transactions=(replace(payment, occurred=likely[0].occurred),))


def reader_of(issuer: Issuer, mail: Mail, domain: str) -> Reader:
    """What the holes of an issuer's formats may know of its mail."""
    country = top_level_country(domain) or issuer.country
    month_first_here = issuer.month_first and country == issuer.country
    return Reader(country, issuer.currency, DateContext(mail.received_at, month_first_here))


def _by_structure(page: Page, mail: Mail, issuer: Issuer | None) -> Reading | None:
    if page.markup is None:
        return None
    told = read_structured(page, mail)
    if isinstance(told, tuple):
        return Reading(Verdict.TRANSACTION, told, issuer.key if issuer else None, "schema.org", 0.95)
    return _notice(told, issuer) if told else None


def _by_likeness(page: Page, mail: Mail, domain: str, issuer: Issuer | None) -> Reading:
    name, address = split_address(mail.header("from"))
    here = f"{page.text[:6000]}\n{page.subject}"
    country = (top_level_country(domain) or issuer.country) if issuer else country_of(domain, here, mail.received_at)
    first = issuer.month_first if issuer else month_first(country or _american(here))
    dates = DateContext(mail.received_at, first)
    who = Sender(name, address.partition("@")[0], domain, country, dates, _is_bank(issuer), owner_name(mail))
    answers = read_several(page, who, mail.html) or (read_any(page, who),)
    answer = min(answers, key=lambda one: one.confidence)
    if told := tuple(one.transaction for one in answers if one.transaction):
        return Reading(Verdict.TRANSACTION, told, issuer.key if issuer else None, "generic", answer.confidence)
    if answer.moved:
        return Reading(
            Verdict.UNPARSED, issuer=issuer.key if issuer else None, confidence=answer.confidence, reason=answer.reason
        )
    return _notice(answer.reason, issuer)


def _american(text: str) -> str | None:
    """Dollars of no country named, in English: where they also write the month first."""
    return "US" if "$" in text and " your " in text else None


def _is_bank(issuer: Issuer | None) -> bool:
    return issuer is not None and not issuer.shop
