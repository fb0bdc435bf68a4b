"""Evidence points at the words it names, and confidence by field is not more than the corpus bears out."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.mail import Mail
from app.parsing.evidence import FIELDS, Evidence
from app.parsing.explain import TRUST, Explanation, confidence, explain, explain_reading, fingerprint
from app.parsing.formats import Format, Layout
from app.parsing.reader import read
from app.parsing.registry import ISSUERS
from app.parsing.report import describe, describe_why
from app.parsing.samples import as_mail

CORPUS = Path(__file__).parents[2] / "corpus"
FORMATS = [(issuer, form) for issuer in ISSUERS for form in issuer.formats if form.sample]


def explained(*, formats: bool) -> Iterator[tuple[dict[str, Any], Explanation]]:
    """Every corpus mail that tells of a payment, with what is read of it."""
    for path in sorted(CORPUS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            sample = json.loads(line)
            if sample["expected"]:
                headers = {name.lower(): (value,) for name, value in sample["headers"].items()}
                mail = Mail(headers, sample["text"], sample["html"])
                yield sample["expected"], explain_reading(mail, read(mail, formats=formats))


def first_told(why: Explanation) -> dict[str, Any]:
    lines: Any = describe("", why.reading)["transactions"]
    return dict(lines[0])


def test_each_format_points_into_the_mail_it_read() -> None:
    for issuer, form in FORMATS:
        assert form.sample
        why = explain(as_mail(issuer, form.sample))
        assert (why.reading.format, why.version) == (form.name, fingerprint(form))
        pieces = {piece.field: piece for piece in why.transactions[0].evidence}
        told = first_told(why)
        assert list(pieces) == [name for name in FIELDS if told[name] is not None]
        amount = why.quote(pieces["amount"])
        assert amount is not None, form.name
        assert "".join(filter(str.isdigit, amount)).strip("0"), form.name
        account = why.quote(pieces["account_last4"]) if "account_last4" in pieces else told["account_last4"]
        assert account is None or told["account_last4"] in account.replace(" ", "").replace("-", ""), form.name


def test_confidence_by_field_claims_no_more_than_was_measured() -> None:
    right: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for formats in (True, False):
        for wanted, why in explained(formats=formats):
            if not why.transactions:
                continue
            told = first_told(why)
            if str(told["amount"]) != str(wanted["amount"]) or told["direction"] != wanted["direction"]:
                continue
            for piece in why.transactions[0].evidence:
                if piece.field in TRUST and wanted.get(piece.field):
                    key = (piece.field, piece.origin)
                    seen[key] += 1
                    right[key] += alike(piece.field, wanted[piece.field], told[piece.field])
    measured = {key: right[key] / count for key, count in seen.items() if count >= 20}
    assert len(measured) >= 10
    for (field, origin), share in measured.items():
        assert share >= TRUST[field].get(origin, 0.7) - 0.03, (field, origin, share)


def alike(field: str, wanted: str, told: str) -> bool:
    if field == "counterparty":
        left, right = ("".join(filter(str.isalnum, one.casefold())) for one in (wanted, told))
        return left in right or right in left
    return wanted[:10] == told[:10] if field == "occurred_at" else wanted == told


def test_the_general_reader_says_where_it_found_the_amount() -> None:
    found = [why for _, why in explained(formats=False) if why.reading.transactions and why.reading.format == "generic"]
    placed = sum(why.transactions[0].evidence[0].start is not None for why in found)
    assert len(found) > 150
    assert placed / len(found) > 0.97
    assert all(why.rule.startswith("general reader: amount ") and why.version is None for why in found)


def test_a_fingerprint_follows_the_wording_and_not_the_sample() -> None:
    for _, form in FORMATS[:40]:
        assert fingerprint(replace(form, sample=None)) == fingerprint(form)
        other = replace(form, sentence=form.sentence + " x") if isinstance(form, Format) else replace(form, when=form.when + " x")
        assert fingerprint(other) != fingerprint(form)
    assert any(isinstance(form, Layout) for _, form in FORMATS)


def test_a_notice_is_explained_by_its_reason() -> None:
    mail = Mail({"from": ("HDFC Bank <alerts@hdfcbank.net>",)}, "Your OTP for Rs.500 at SHOP is 123456. Do not share it.", None)
    told = describe_why("a.eml", explain(mail))
    assert (told["outcome"], told["rule"], told["transactions"]) == ("notice", "notice: otp", [])
    assert "OTP" in str(told["phrase"])


def test_what_is_made_of_a_payment_is_explained_with_the_rule_that_decided() -> None:
    text = "Your credit card bill payment of Rs.500.00 was successful on 12-05-26. Paid from a/c XX4410."
    told = describe_why("a.eml", explain(Mail({"from": ("HDFC Bank <alerts@hdfcbank.net>",)}, text, None)))
    (payment,) = cast("list[dict[str, object]]", told["transactions"])
    assert (payment["merchant"], payment["category"], payment["category_rule"]) == (None, "transfers.card_bill", "card-bill:told")


def test_confidence_is_never_more_than_the_whole() -> None:
    for field, origins in TRUST.items():
        for origin in (*origins, "inferred"):
            assert confidence(Evidence(field, origin), 0.8) <= 0.8


@pytest.mark.parametrize("as_html", [False, True])
@given(text=st.text(max_size=300), amount=st.sampled_from(["Rs.262.00", "€ 1.234,56", "İ$5", "١٢٣"]))
def test_whatever_a_mail_holds_it_is_explained(as_html: bool, text: str, amount: str) -> None:
    body = f"{text} {amount} has been debited from account XX1234 {text}"
    headers = {"from": (f"{text[:20]} <alerts@hdfcbank.net>",), "subject": (text[:60],)}
    mail = Mail(headers, None if as_html else body, body if as_html else None)
    why = explain(mail)
    for told in why.transactions:
        for piece in told.evidence:
            assert (why.quote(piece) is None) == (piece.start is None)
