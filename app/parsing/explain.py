"""Why a mail reads as it does: which format or rule, which words, and how sure of each field. Reads the mail again; pure."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.category import Enrichment
from app.domain.mail import Mail
from app.domain.reading import Reading, Verdict
from app.domain.transaction import Transaction
from app.parsing import evidence
from app.parsing.clean import Page, lower, read_page
from app.parsing.dates import DateContext
from app.parsing.enrichment import enrich
from app.parsing.evidence import Evidence, Looked, evidence_of
from app.parsing.formats import Format, Issuer, Layout, Trace
from app.parsing.guards import where
from app.parsing.people import owner_name
from app.parsing.places import country_of, month_first
from app.parsing.reader import parse, reader_of
from app.parsing.registry import ISSUERS, issuer_of
from app.parsing.trust import original_domain, sender, split_address

GENERAL, STRUCTURED = "generic", "schema.org"
# How often a field is right that was taken from there, when amount, currency and direction are. Measured on the labelled corpus;
# tests/unit/parsing/test_explain.py keeps these honest.
ELSEWHERE = 0.7
TRUST: Mapping[str, Mapping[str, float]] = {
    "kind": {evidence.DECLARED: 0.99, evidence.INFERRED: 0.93},
    "counterparty": {evidence.HOLE: 0.99, evidence.DECLARED: 0.99, evidence.LABEL: 0.95, evidence.SENTENCE: 0.95, evidence.SUBJECT: 0.8, evidence.SENDER: 0.8},
    "account_last4": {evidence.HOLE: 0.99, evidence.LABEL: 0.98, evidence.SENTENCE: 0.95, evidence.SUBJECT: 0.9},
    "occurred_at": {evidence.HOLE: 0.99, evidence.LABEL: 0.98, evidence.SENTENCE: 0.97, evidence.SUBJECT: 0.9, evidence.INFERRED: 0.9},
    "reference": {evidence.HOLE: 0.99, evidence.LABEL: 0.97, evidence.SENTENCE: 0.97, evidence.SUBJECT: 0.9},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Explained:
    """One transaction of the mail: its evidence, the confidence in each field it has, from 0 to 1, and what is made of it."""

    transaction: Transaction
    evidence: tuple[Evidence, ...]
    confidence: Mapping[str, float]
    enrichment: Enrichment


@dataclass(frozen=True, slots=True)
class Explanation:
    """`rule` says in words what decided; `version` names the format's present wording, None where no format did.

    The spans of the evidence point into the page. `phrase` is what made a notice of the mail, as far as fixed words did.
    """

    reading: Reading
    rule: str
    version: str | None
    page: Page
    transactions: tuple[Explained, ...]
    phrase: Evidence | None = None

    def quote(self, piece: Evidence) -> str | None:
        if piece.where is None or piece.start is None:
            return None
        return (self.page.text if piece.where == "text" else self.page.subject)[piece.start : piece.end]


def explain(mail: Mail) -> Explanation:
    """Never raises, whatever the mail holds."""
    return explain_reading(mail, parse(mail))


def explain_reading(mail: Mail, reading: Reading) -> Explanation:
    """The same for a reading of this mail that is there already."""
    page = read_page(mail)
    domain = original_domain(mail) or sender(mail)[1]
    issuer = issuer_of(domain)
    form = _format(reading)
    told = tuple(
        _explained(line, one, reading, mail, page, domain, issuer, form) for line, one in enumerate(reading.transactions)
    )
    version = fingerprint(form) if form else None
    return Explanation(reading, _rule(reading, form, told), version, page, told, _phrase(reading, page))


def _phrase(reading: Reading, page: Page) -> Evidence | None:
    found = where(page, lower(page.text)) if reading.verdict is Verdict.NOTICE else None
    if found is None or found[0] != reading.reason or found[1] < 0:
        return None
    return Evidence("reason", evidence.SENTENCE, "text", found[1], found[2])


def _format(reading: Reading) -> Format | Layout | None:
    issuer = next((one for one in ISSUERS if one.key == reading.issuer), None)
    return next((form for form in issuer.formats if form.name == reading.format), None) if issuer else None


def _explained(
    line: int,
    told: Transaction,
    reading: Reading,
    mail: Mail,
    page: Page,
    domain: str,
    issuer: Issuer | None,
    form: Format | Layout | None,
) -> Explained:
    trace, looked = _look(line, told, mail, page, domain, issuer, form)
    pieces = evidence_of(looked, trace)
    sure = {piece.field: confidence(piece, reading.confidence) for piece in pieces}
    return Explained(
        told, tuple(pieces), sure, enrich(told, issuer=reading.issuer, owner=owner_name(mail), pocket=reading.pocket)
    )


def _look(
    line: int, told: Transaction, mail: Mail, page: Page, domain: str, issuer: Issuer | None, form: Format | Layout | None
) -> tuple[Trace | None, Looked]:
    name, _ = split_address(mail.header("from"))
    shown = f"{name} {domain}"
    if issuer and form:
        reader = reader_of(issuer, mail, domain)
        trace = form.trace(page, lower(page.text), reader, line)
        return trace, Looked(page, told, reader.country, reader.dates, shown)
    country = issuer.country if issuer else country_of(domain, f"{page.text[:6000]}\n{page.subject}", mail.received_at)
    first = issuer.month_first if issuer else month_first(country)
    return None, Looked(page, told, country, DateContext(mail.received_at, first), shown)


def confidence(piece: Evidence, whole: float) -> float:
    """Amount, currency and direction are what the reading as a whole is sure of; a currency nobody printed a little less."""
    if piece.field in TRUST:
        return round(whole * TRUST[piece.field].get(piece.origin, ELSEWHERE), 2)
    return round(whole * (0.97 if piece.field == "currency" and piece.origin == evidence.INFERRED else 1.0), 2)


def fingerprint(form: Format | Layout) -> str:
    """Changes with the wording of a format, so that nobody has to remember to raise a number; its sample does not count."""
    if isinstance(form, Format):
        said: tuple[object, ...] = (form.sentence, form.where)
    else:
        said = (form.when, *sorted(form.labels.items()))
    declared = repr((str(form.direction), str(form.kind), form.counterparty, form.also, *said))
    return hashlib.sha256(declared.encode()).hexdigest()[:8]


def _rule(reading: Reading, form: Format | Layout | None, told: tuple[Explained, ...]) -> str:
    if not reading.transactions:
        return f"{reading.verdict}: {reading.reason}"
    if form:
        shape = "a sentence of the issuer" if isinstance(form, Format) else "a table of the issuer"
        return shape if form.seen else f"{shape}, taken on trust: no labelled mail bears it out"
    if reading.format == STRUCTURED:
        return "an order or invoice described as schema.org data, and words that say it is paid"
    origins = {piece.field: piece.origin for piece in told[0].evidence}
    amounts = {evidence.LABEL: "beside a label", evidence.SUBJECT: "in the subject"}
    by_verb = origins.get("direction") == evidence.VERB
    return f"general reader: amount {amounts.get(origins['amount'], 'in a sentence')}, direction {'by the verb near it' if by_verb else 'by sign, label or receipt'}"
