"""A new format drafted from a mail: the sentence or the table that tells of the money, with holes, and a sample that is nobody's."""

import re
from dataclasses import dataclass, replace

from app.domain.mail import Mail
from app.domain.transaction import Direction, Transaction
from app.parsing.clean import Page, read_page
from app.parsing.dates import DateContext
from app.parsing.drafting.sentences import NothingToDraft, draft_sentence
from app.parsing.drafting.skeleton import module_source
from app.parsing.drafting.spans import Known
from app.parsing.drafting.tables import draft_layout
from app.parsing.formats import Format, Issuer, Layout, Sample
from app.parsing.money import find_money
from app.parsing.places import country_of, month_first
from app.parsing.reader import parse
from app.parsing.registry import issuer_of
from app.parsing.report import plain
from app.parsing.samples import as_mail
from app.parsing.sentences import FormatError
from app.parsing.slots import Reader
from app.parsing.suffixes import organisation
from app.parsing.trust import original_domain, sender, split_address

__all__ = ["Draft", "NothingToDraft", "draft_format"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A module's text that declares the format, and the issuer as it would be declared; `existing` when it has a module already."""

    issuer: Issuer
    form: Format | Layout
    source: str
    existing: bool


def draft_format(mail: Mail) -> Draft:
    """Raises NothingToDraft."""
    page = read_page(mail)
    issuer, existing = _issuer(mail, page)
    reader = Reader(issuer.country, issuer.currency, DateContext(mail.received_at, issuer.month_first))
    known = Known(_told(mail, page, reader), reader, owner_names(mail))
    form = _first_that_reads(page, known, issuer, mail)
    declared = replace(issuer, formats=(form,), notices=())
    return Draft(declared, form, module_source(declared), existing)


def owner_names(mail: Mail) -> tuple[str, ...]:
    """The words of the receiver's display name, which must not stand in a sample."""
    name, _ = split_address(mail.header("to"))
    return tuple(word for word in re.findall(r"[^\W\d_]{3,}", name))


def _first_that_reads(page: Page, known: Known, issuer: Issuer, mail: Mail) -> Format | Layout:
    """A table where there is one, else the sentence, else the sentence with the line before it."""
    for attempt in (
        lambda: draft_layout(page, known),
        lambda: draft_sentence(page, known, 0),
        lambda: draft_sentence(page, known, 1),
    ):
        try:
            form = attempt()
            if form and _reads(form, page, known):
                return _with_expected(form, issuer, mail)
        except FormatError:
            continue
    raise NothingToDraft("no sentence and no table of the mail names the amount so that it could be found again")


def _reads(form: Format | Layout, page: Page, known: Known) -> bool:
    told = form.read(page, page.text.lower().replace("’", "'"), known.reader)
    return told is not None and told.amount == known.told.amount


def _issuer(mail: Mail, page: Page) -> tuple[Issuer, bool]:
    name, domain = sender(mail)
    domain = original_domain(mail) or domain
    if known := issuer_of(domain):
        return known, True
    if not domain:
        raise NothingToDraft("the mail names no sender")
    owned = organisation(domain)
    country = country_of(domain, f"{page.text[:6000]}\n{page.subject}", mail.received_at)
    money = next(find_money(page.text, country), None)
    currency = money.currency if money else "EUR"
    # A currency's code begins with its country's, but for the euro.
    country = country or ("DE" if currency == "EUR" else currency[:2])
    key = owned.split(".")[0].lower()
    return Issuer(key, name or key.title(), (owned,), country, currency, month_first=month_first(country)), False


def _told(mail: Mail, page: Page, reader: Reader) -> Transaction:
    """What the reader makes of the mail today; where it makes nothing, the first amount."""
    if found := parse(mail).transactions:
        return found[0]
    money = next((one for one in find_money(f"{page.text}\n{page.subject}", reader.country) if one.amount > 0), None)
    if money is None:
        raise NothingToDraft("the mail names no amount of money")
    incoming = re.search(r"\b(?:credited|received|deposit|refund|recibi|reçu|erhalten|recebeu)", page.text, re.I)
    return Transaction(money.amount, money.currency, Direction.CREDIT if incoming else Direction.DEBIT)


def _with_expected(form: Format | Layout, issuer: Issuer, mail: Mail) -> Format | Layout:
    """The format with what it reads in its own sample; refuses one that does not read it."""
    received = mail.received_at.date().isoformat() if mail.received_at else "2026-06-30"
    sample = replace(form.sample or Sample("", ""), received=received)
    probe = as_mail(issuer, sample)
    page = read_page(probe)
    reader = Reader(issuer.country, issuer.currency, DateContext(probe.received_at, issuer.month_first))
    told = form.read(page, page.text.lower().replace("’", "'"), reader)
    if told is None:
        raise FormatError("the draft does not read its own sample")
    expected = replace(
        sample,
        amount=f"{plain(told.amount)} {told.currency}",
        counterparty=told.counterparty,
        account=told.account_last4,
        when=told.occurred.isoformat() if told.occurred else None,
        reference=told.reference,
        kind=told.kind if told.kind is not form.kind else None,
    )
    return replace(form, sample=expected)
