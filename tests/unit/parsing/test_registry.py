"""The declarations of the issuers, all together."""

import re
from dataclasses import replace
from itertools import chain
from pathlib import Path
from types import ModuleType

import pytest

from app.domain.reading import Verdict
from app.domain.transaction import Direction, Transaction
from app.parsing import parse
from app.parsing.clean import read_page
from app.parsing.dates import DateContext
from app.parsing.formats import Format, Issuer, Layout, Notice
from app.parsing.guards import REASONS
from app.parsing.registry import BY_DOMAIN, ISSUERS, issuer_of, issuers_in
from app.parsing.report import plain
from app.parsing.samples import as_mail, mail_of
from app.parsing.sentences import FormatError
from app.parsing.slots import Reader
from tests.stopwatch import ends_within

NOTICES = [
    pytest.param(issuer, notice, id=f"{issuer.key}-{notice.sentence[:24]}") for issuer in ISSUERS for notice in issuer.notices
]
FORMATS = [pytest.param(issuer, form, id=f"{issuer.key}-{form.name}") for issuer in ISSUERS for form in issuer.formats]


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


def wording(issuer: Issuer, form: Format | Layout) -> str:
    """What a format claims, without the issuer's name, its alternatives in one order."""
    if isinstance(form, Layout):
        return repr((form.whens, sorted(form.table.items())))
    said = re.sub(r"\[([^\]]*)\]", lambda found: f"[{'|'.join(sorted(set(found[1].lower().split('|'))))}]", form.sentence)
    names = sorted({issuer.name, issuer.key, *issuer.aliases, issuer.name.split()[0]}, key=len, reverse=True)
    return " ".join(re.sub("|".join(rf"\b{re.escape(name)}\b" for name in names), "@", said, flags=re.I).lower().split())


def test_a_wording_of_several_issuers_is_left_to_the_general_reader_unless_mails_bear_it_out() -> None:
    """What every bank of a market is supposed to write is no knowledge of any one of them."""
    claimed: dict[str, list[tuple[str, bool]]] = {}
    for issuer in ISSUERS:
        for form in issuer.formats:
            claimed.setdefault(wording(issuer, form), []).append((issuer.key, form.seen))
    shared = {said: who for said, who in claimed.items() if len({key for key, _ in who}) > 1}
    assert {said: who for said, who in shared.items() if not all(seen for _, seen in who)} == {}


def test_a_wording_is_compared_without_the_issuer_s_name() -> None:
    one, other = (Issuer(key, f"{key.title()} Bank", (f"{key}.example",), "GB", "GBP") for key in ("north", "south"))
    left = Format("x", Direction.DEBIT, "[paid|sent] {amount} from your North Bank account")
    right = Format("y", Direction.DEBIT, "[Sent|Paid] {amount}  from your South Bank account")
    assert wording(one, left) == wording(other, right)
    assert wording(one, left) != wording(other, left)


def test_a_domain_has_one_owner() -> None:
    assert len(BY_DOMAIN) == sum(len(issuer.domains) for issuer in ISSUERS)


@pytest.mark.parametrize(("issuer", "notice"), NOTICES)
def test_a_notice_says_with_its_sample_why_no_money_moved(issuer: Issuer, notice: Notice) -> None:
    assert notice.reason in REASONS
    subject, text = (notice.sample, "") if notice.where == "subject" else ("", notice.sample)
    mail = mail_of(issuer, text, subject)
    page = read_page(mail)
    assert notice.says(page, page.text.lower().replace("’", "'"))
    assert parse(mail).verdict is Verdict.NOTICE


# The same words about money that has not moved; each pair is replaced once, and where none stands the sample has no twin.
DONE = "(?:debited|credited|charged|paid|deposited|withdrawn|transferred|spent|used|made)"
TWINS = (
    (r"\b(?:has|have) been (?:successfully )?(?=\w{2,12}ed\b)", "will be "),
    (rf"\b(?:was|were|is|are) (?:successfully )?(?={DONE}\b)", "will be "),
    (r"\b(?:is|was) successful\b", "was unsuccessful"),
    (r"\bSuccess(?:ful)?\b", "Failed"),
    (r"\bAprobada\b", "Rechazada"),
    (r"\bfue aprobada\b", "fue rechazada"),
    (r"\bse ha realizado\b|\bse realizó\b", "no se pudo realizar"),
    (r"\bha sido\b", "será"),
    (r"\ba été\b", "sera"),
    (r"\bberhasil\b", "gagal"),
    (r"ご利用がありました", "ご利用ができませんでした"),
    (r"\byapılmıştır\b|\bgerçekleştirilmiştir\b", "yapılamamıştır"),
)
TWIN_FORMATS = [
    pytest.param(issuer, form, pattern, turned, id=f"{issuer.key}-{form.name}-{turned.strip()}")
    for issuer in ISSUERS
    for form in issuer.formats
    for pattern, turned in TWINS
    if form.sample and re.search(pattern, form.sample.text)
]


@pytest.mark.parametrize(("issuer", "form", "pattern", "turned"), TWIN_FORMATS)
def test_no_format_reads_the_twin_of_a_sample_that_moved_no_money(
    issuer: Issuer, form: Format | Layout, pattern: str, turned: str
) -> None:
    sample = form.sample
    assert sample is not None
    text = re.sub(pattern, turned, sample.text)
    reading = parse(replace(as_mail(issuer, sample), html=mail_of(issuer, text).html))
    assert reading.format in {None, "generic"}


def hostile(form: Format | Layout) -> list[str]:
    """Texts made of the format's own words, so that its pattern starts as often as it can and fails as late as it can."""
    assert form.sample is not None
    words = form.sample.text
    pieces = re.split(r"\{\w+\}|[\[\]|]", form.sentence) if isinstance(form, Format) else [*form.labels]
    return [
        (words[:-9] + " ") * 60,
        " 1,234.56 ".join(pieces) * 40,
        "".join(chain.from_iterable((piece, " 12-05-26 Rs. 1 X1234 a@b ") for piece in pieces)) * 40,
        (max(pieces, key=len) + "9" * 40 + " " * 40 + "x " * 60) * 30,
    ]


@pytest.mark.parametrize(("issuer", "form"), FORMATS)
def test_a_format_answers_in_time_on_text_made_of_its_own_words(issuer: Issuer, form: Format | Layout) -> None:
    reader = Reader(issuer.country, issuer.currency, DateContext(None, issuer.month_first))
    for text in hostile(form):
        page = read_page(mail_of(issuer, text))
        form.read(page, "", reader)  # the pattern is compiled
        lowered = page.text.lower()
        assert ends_within(0.1, lambda page=page, lowered=lowered: form.read(page, lowered, reader))  # type: ignore[misc]


@pytest.mark.parametrize(("issuer", "form"), FORMATS)
def test_a_trace_points_at_what_the_format_read(issuer: Issuer, form: Format | Layout) -> None:
    assert form.sample is not None
    mail = as_mail(issuer, form.sample)
    page = read_page(mail)
    reader = Reader(issuer.country, issuer.currency, DateContext(mail.received_at, issuer.month_first))
    trace = form.trace(page, page.text.lower().replace("’", "'"), reader)
    assert trace is not None
    text = page.text if trace.where == "text" else page.subject
    assert all(text[start:end].strip() for _, start, end in trace.spans)
    if trace.whole:
        assert all(trace.whole[0] <= start < end <= trace.whole[1] for _, start, end in trace.spans)


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


@pytest.mark.parametrize(
    "sentence", ["paid {money} to {counterparty}", "", "   ", "{amount} {counterparty}", "paid to {counterparty}"]
)
def test_a_format_that_cannot_be_compiled_fails_at_import(sentence: str) -> None:
    with pytest.raises(FormatError):
        Format("x", Direction.DEBIT, sentence)


def test_a_layout_needs_an_amount() -> None:
    with pytest.raises(FormatError):
        Layout("x", Direction.DEBIT, "paid", {"Date": "date"})


@pytest.mark.parametrize(("source", "complaint"), [("", None), ("ISSUER = ()\n", "declares no ISSUERS")])
def test_an_empty_module_waits_for_its_draft_and_any_other_declares_issuers(
    source: str, complaint: str | None, tmp_path: Path
) -> None:
    module = ModuleType("nordpol")
    module.__file__ = str(tmp_path / "nordpol.py")
    Path(module.__file__).write_text(source, encoding="utf-8")
    if complaint:
        with pytest.raises(FormatError, match=complaint):
            issuers_in(module)
    else:
        assert issuers_in(module) == ()
