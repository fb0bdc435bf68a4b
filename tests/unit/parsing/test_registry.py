"""The declarations of the issuers, all together."""

from datetime import UTC, datetime

import pytest

from app.domain.mail import Mail
from app.domain.reading import Verdict
from app.domain.transaction import Direction, Transaction
from app.parsing import parse
from app.parsing.clean import read_page
from app.parsing.dates import DateContext
from app.parsing.formats import Format, FormatError, Issuer, Layout, Notice, Sample
from app.parsing.registry import BY_DOMAIN, ISSUERS, issuer_of
from app.parsing.report import plain
from app.parsing.slots import Reader

FORMATS = [pytest.param(issuer, form, id=f"{issuer.key}-{form.name}") for issuer in ISSUERS for form in issuer.formats]


def as_mail(issuer: Issuer, sample: Sample) -> Mail:
    """The sample as its issuer would send it: a line a block, " | " between the cells of a table's row."""
    cells = [line.split(" | ") for line in sample.text.replace("&", "&amp;").replace("<", "&lt;").split("\n")]
    rows = [
        f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr></table>" if row[1:] else f"<p>{row[0]}</p>"
        for row in cells
    ]
    headers = {"from": (f"{issuer.name} <alerts@{issuer.domains[0]}>",), "subject": (sample.subject,)}
    received = datetime.fromisoformat(sample.received).replace(tzinfo=UTC)
    return Mail(headers, None, f"<html><body>{''.join(rows)}</body></html>", received)


def told(transaction: Transaction) -> tuple[str | None, ...]:
    return (
        f"{plain(transaction.amount)} {transaction.currency}",
        transaction.counterparty,
        transaction.account_last4,
        transaction.occurred.isoformat() if transaction.occurred else None,
        transaction.reference,
    )


@pytest.mark.parametrize(("issuer", "form"), FORMATS)
def test_a_format_arrives_with_a_sample_that_no_other_format_reads(issuer: Issuer, form: Format | Layout) -> None:
    sample = form.sample
    assert sample is not None
    mail = as_mail(issuer, sample)
    page = read_page(mail)
    reader = Reader(issuer.country, issuer.currency, DateContext(mail.received_at, issuer.month_first))
    matching = [one.name for one in issuer.formats if one.read(page, page.text.lower().replace("’", "'"), reader)]
    assert matching == [form.name]


@pytest.mark.parametrize(("issuer", "form"), FORMATS)
def test_a_sample_is_read_as_it_says(issuer: Issuer, form: Format | Layout) -> None:
    sample = form.sample
    assert sample is not None
    reading = parse(as_mail(issuer, sample))
    assert reading.verdict is Verdict.TRANSACTION, reading.reason
    assert reading.format == form.name
    transaction = reading.transactions[0]
    assert told(transaction) == (sample.amount, sample.counterparty, sample.account, sample.when, sample.reference)
    assert transaction.direction is form.direction
    assert transaction.kind is (sample.kind or form.kind)


def test_a_domain_has_one_owner() -> None:
    assert len(BY_DOMAIN) == sum(len(issuer.domains) for issuer in ISSUERS)


def test_a_notice_of_an_issuer_is_a_reason() -> None:
    page = read_page(Mail({}, "You have spent Rs. 5 last week", None))
    assert Notice("statement", "spent {balance} last week").says(page, page.text.lower())


def test_names_are_unique_within_an_issuer_and_keys_among_issuers() -> None:
    keys = [issuer.key for issuer in ISSUERS]
    assert len(keys) == len(set(keys)) >= 12
    for issuer in ISSUERS:
        names = [one.name for one in issuer.formats]
        assert len(names) == len(set(names)), issuer.key


def test_a_sub_domain_belongs_to_its_issuer_and_a_look_alike_does_not() -> None:
    for issuer in ISSUERS:
        for domain in issuer.domains:
            assert issuer_of(f"alerts.{domain}") is issuer
            assert issuer_of(f"x{domain}") is not issuer


@pytest.mark.parametrize("sentence", ["paid {money} to {counterparty}", "", "   "])
def test_a_format_that_cannot_be_compiled_fails_at_import(sentence: str) -> None:
    with pytest.raises(FormatError):
        Format("x", Direction.DEBIT, sentence)


def test_a_layout_needs_an_amount() -> None:
    with pytest.raises(FormatError):
        Layout("x", Direction.DEBIT, "paid", {"Date": "date"})
