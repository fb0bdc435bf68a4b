"""Sentences of banks in many languages: of what kind they are, whom they name, whether they were executed.

`said/` holds them, one JSON object a line.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.domain.mail import Mail
from app.domain.reading import Reading
from app.domain.transaction import Direction, Kind
from app.parsing import parse
from app.parsing.generic.tidying import tidy
from app.parsing.money import find_money

SAID = Path(__file__).parent / "said"
RECEIVED = datetime(2026, 4, 17, 16, 0, tzinfo=UTC)
STRANGER = "Some Bank <alerts@somebank.example>"
Told = dict[str, Any]


def told(name: str) -> list[Told]:
    return [json.loads(line) for line in (SAID / f"{name}.jsonl").read_text().splitlines()]


def read(text: str, sender: str = STRANGER, received: datetime | None = RECEIVED) -> Reading:
    return parse(Mail({"from": (sender,), "subject": ("Info",)}, text, None, received))


@pytest.mark.parametrize("said", told("kinds"), ids=lambda said: said["text"][:40])
def test_the_kind_is_the_one_the_sentence_names(said: Told) -> None:
    reading = read(said["text"], said["from"])
    assert [(one.direction, one.kind) for one in reading.transactions] == [(said["direction"], said["kind"])], reading.reason


@pytest.mark.parametrize("said", told("names"), ids=lambda said: said["text"][:40])
def test_the_other_side_is_named_as_its_case_or_label_marks_it(said: Told) -> None:
    reading = read(said["text"], said["from"])
    named = [(one.direction, one.counterparty) for one in reading.transactions]
    assert named == [(said["direction"], said["counterparty"])], reading.reason


@pytest.mark.parametrize("said", told("executed"), ids=lambda said: said["text"][:40])
def test_a_standing_order_or_a_direct_debit_that_was_executed_is_a_payment(said: Told) -> None:
    reading = read(said["text"])
    assert [(one.direction, one.kind, one.counterparty) for one in reading.transactions] == [
        (Direction.DEBIT, said["kind"], said["counterparty"])
    ], reading.reason


@pytest.mark.parametrize("received", [RECEIVED, None])
@pytest.mark.parametrize("said", told("announced"), ids=lambda said: said["text"][:40])
def test_one_that_is_to_come_was_set_up_or_came_to_nothing_is_none(said: Told, received: datetime | None) -> None:
    assert read(said["text"], received=received).transactions == ()


def test_the_sentences_are_of_every_kind_and_both_ways() -> None:
    kinds = {said["kind"] for said in told("kinds")}
    assert kinds == {str(kind) for kind in Kind} - {"other"}
    assert {said["direction"] for said in told("names")} == {"debit", "credit"}


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Ülkü Işık'tan", "Ülkü Işık"),
        ("Güneş Eczanesi'nde", "Güneş Eczanesi"),
        ("Düzenli ödeme talimatınız ile Ali Veli'ye", "Ali Veli"),
        ("Sam O'Neil", "Sam O'Neil"),
        ("Domino's", "Domino's"),
        ("잔액 1,200,000원", None),
        ("คงเหลือ 1,200.00", None),
    ],
)
def test_a_name_is_freed_of_its_case_and_what_is_left_over_is_none(printed: str, name: str | None) -> None:
    assert tidy(printed) == name


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("listrik PLN Rp 84.200 berhasil", [("84200", "IDR")]),
        ("Rs. USD 5.90", [("5.90", "USD")]),
        ("USD $ 5.90", [("5.90", "USD")]),
    ],
)
def test_of_two_currencies_before_a_sum_the_one_beside_it_is_meant(text: str, sums: list[tuple[str, str]]) -> None:
    assert [(str(money.amount), money.currency) for money in find_money(text, "ID")] == sums


@pytest.mark.parametrize(
    ("stated", "kind"),
    [
        ("Transaction type: Fee", Kind.FEE),
        ("Transaction type: Monthly account fee", Kind.FEE),
        ("Tipo de movimiento: Comisión", Kind.FEE),
        ("Type d'opération : Frais bancaires", Kind.FEE),
        ("Umsatzart: Kontoführungsentgelt", Kind.FEE),
        ("Transaction type: Loan repayment", Kind.BILL_PAYMENT),
        ("Umsatzart: Lastschrift", Kind.BILL_PAYMENT),
        ("Umsatzart: Dauerauftrag", Kind.TRANSFER),
        ("Rodzaj operacji: Zlecenie stałe", Kind.TRANSFER),
        ("Jenis Transaksi: Top Up", Kind.TOPUP),
        ("取引種別：口座振替", Kind.BILL_PAYMENT),
        ("İşlem türü: Para çekme", Kind.WITHDRAWAL),
    ],
)
def test_the_kind_is_the_one_a_table_states(stated: str, kind: Kind) -> None:
    told = read(f"{stated}\nAmount debited: EUR 12.00\nDate: 17/04/2026\nAccount: *4471").transactions
    assert [(one.direction, one.kind) for one in told] == [(Direction.DEBIT, kind)]


@pytest.mark.parametrize(
    ("rows", "last4"),
    [
        ("You transferred NGN 5,000.00\nFrom Account: 0123456789\nTo Account: 9876543210\nBeneficiary: JOHN OBI", "6789"),
        ("You sent NGN 5,000.00\nAccount: 0123456789\nBeneficiary: JOHN OBI\nBank: Zenith\nAccount number: 9876543210", "6789"),
        ("You sent NGN 5,000.00\nBeneficiary: JOHN OBI\nBank: Zenith\nAccount number: 9876543210", None),
        ("You sent NGN 5,000.00\nBeneficiary: JOHN OBI\nAccount number: 012****789", "789"),
        ("NGN 5,000.00 was credited\nFrom Account: 9876543210\nTo Account: 0123456789\nSender: JOHN OBI", "6789"),
    ],
)
def test_of_two_accounts_in_full_the_way_tells_which_is_the_reader_s(rows: str, last4: str | None) -> None:
    assert [one.account_last4 for one in read(f"{rows}\nDate: 17-Apr-2026").transactions] == [last4]
