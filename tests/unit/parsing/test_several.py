"""Mails that tell of several payments: each line is read, under a number that stays; items of a receipt are no payments."""

from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from app.domain.mail import Mail
from app.domain.reading import Reading, Verdict
from app.gmail.port import FetchedMail
from app.parsing import parse
from app.parsing.explain import explain
from app.parsing.formats import Format
from app.parsing.matching import MOST_TOLD
from app.parsing.registry import issuer_of
from app.parsing.samples import as_mail, mail_of
from app.services.reading import new_transactions
from benchmarks.accuracy import Score, samples_of, score

SEVERAL = Path(__file__).parents[2] / "corpus" / "heldout" / "several.jsonl"
RECEIVED = datetime(2026, 5, 12, 20, 0, tzinfo=UTC)
HEAD = "<p>Transactions on your account ending 4417 on 12 May 2026</p>"


@cache
def scored() -> Score:
    return score(list(samples_of(SEVERAL)), parse)


def ledger(*rows: tuple[str, ...], subject: str = "Account activity alert", below: str = "") -> Reading:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    headers = {"from": ("Harbor Bank <alerts@harborbank.example>",), "subject": (subject,)}
    return parse(Mail(headers, None, f"<html><body>{HEAD}<table>{cells}</table>{below}</body></html>", RECEIVED))


def sums(reading: Reading) -> list[tuple[Decimal, str]]:
    return [(one.amount, str(one.direction)) for one in reading.transactions]


def test_the_labelled_mails_of_several_payments_are_read_line_by_line() -> None:
    found = scored()
    assert found.precision == found.recall == found.exact_share == 1.0, found.misses
    assert found.trapped == 0, found.misses


def test_a_filled_column_tells_the_way_even_where_others_are_blank() -> None:
    head = ("Date", "Description", "Paid out", "Paid in")
    reading = ledger(head, ("12/05/2026", "GROCER", "£5.00", ""), ("12/05/2026", "WAGES LTD", "", "£90.00"))
    assert sums(reading) == [(Decimal("5.00"), "debit"), (Decimal("90.00"), "credit")]


def test_two_equal_rows_are_two_payments() -> None:
    row = ("12/05/2026", "TRAM", "£2.00")
    assert sums(ledger(("Date", "Merchant", "Amount"), row, row)) == [(Decimal("2.00"), "debit")] * 2


@pytest.mark.parametrize("between", ["\n", " ", "\n\nDear Customer,\n"])
def test_a_known_issuer_s_alerts_one_right_below_the_other_are_payments_each(between: str) -> None:
    alert = (
        "Rs.{} has been debited from account 1234 to VPA shop@ybl SHOP on 12-05-26. Your UPI transaction reference number is {}."
    )
    told = [alert.format(*one) for one in (("262.00", "612345678901"), ("99.00", "612345678902"), ("262.00", "612345678903"))]
    mail = Mail({"from": ("HDFC Bank <alerts@hdfcbank.net>",)}, between.join(told), None, RECEIVED)
    reading = parse(mail)
    assert [(str(one.amount), one.reference) for one in reading.transactions] == [
        ("262.00", "612345678901"),
        ("99.00", "612345678902"),
        ("262.00", "612345678903"),
    ]
    quoted = [next(piece for piece in one.evidence if piece.field == "reference") for one in explain(mail).transactions]
    assert [explain(mail).quote(piece) for piece in quoted] == ["612345678901", "612345678902", "612345678903"]


UPI = (
    "Rs.{0}.00 has been debited from account 1234 to VPA shop@ybl SHOP on 12-05-26. "
    "Your UPI transaction reference number is 61{0}."
)


@pytest.mark.parametrize("between", ["\n", " ", "\nNo transaction but this. Every transaction in time.\n"])
def test_a_long_digest_is_read_whole_or_left_for_work(between: str) -> None:
    headers = {"from": ("HDFC Bank <alerts@hdfcbank.net>",)}
    told = [UPI.format(number) for number in range(1000000010, 1000000010 + MOST_TOLD)]
    whole = parse(Mail(headers, between.join(told), None, RECEIVED))
    assert [int(one.amount) for one in whole.transactions] == list(range(1000000010, 1000000010 + MOST_TOLD))
    mail = Mail(headers, between.join([*told, UPI.format(1)]), None, RECEIVED)
    longer = parse(mail)
    assert explain(mail).transactions == ()
    assert (longer.verdict, longer.reason, longer.transactions) == (Verdict.UNPARSED, "too_many_payments", ())


@pytest.mark.parametrize("many", [13, 45, 60])
def test_alerts_of_a_stranger_are_read_to_the_last(many: int) -> None:
    headers = {"from": ("Harbor Bank <alerts@harborbank.example>",), "subject": ("Card alerts",)}
    alerts = [f"Your card ending 7731 was charged ${number}.50 at SHOP {number} on 12 May 2026." for number in range(1, many + 1)]
    assert [int(one.amount) for one in parse(Mail(headers, "\n".join(alerts), None, RECEIVED)).transactions] == [
        *range(1, many + 1)
    ]


def test_small_print_far_below_does_not_hide_the_alerts() -> None:
    headers = {"from": ("Harbor Bank <alerts@harborbank.example>",), "subject": ("Card alerts",)}
    alerts = [f"Your card ending 7731 was charged ${number}.50 at SHOP {number} on 12 May 2026." for number in (1, 2)]
    below = ["A line that says nothing."] * 45 + ["We credited the first $5.00 on 12 May 2026 to our charity."]
    reading = parse(Mail(headers, "\n".join([*alerts, *below]), None, RECEIVED))
    assert [int(one.amount) for one in reading.transactions] == [1, 2]


def test_rows_beyond_the_last_that_is_read_leave_the_whole_mail_for_work() -> None:
    rows = [("12/05/2026", f"SHOP {number}", f"£{number}.00") for number in range(1, 62)]
    whole, longer = ledger(("Date", "Merchant", "Amount"), *rows[:60]), ledger(("Date", "Merchant", "Amount"), *rows)
    assert len(whole.transactions) == 60
    assert (longer.verdict, longer.reason) == (Verdict.UNPARSED, "too_many_payments")


def access(*tables: str, before: str = "", behind: str = "") -> Mail:
    issuer = issuer_of("accessbankplc.com")
    assert issuer
    return mail_of(issuer, "\n".join(part for part in (before, *tables, behind) if part), received=RECEIVED)


def debit(amount: str, name: str, day: str = "12-May-2026", account: str = "072****931") -> str:
    return f"Debit Amount | ₦{amount}\nAccount Number | {account}\nDescription | {name}\nTransaction Date | {day}"


def told(mail: Mail) -> list[tuple[str, str | None, str | None]]:
    return [(str(one.amount), one.counterparty, one.account_last4) for one in parse(mail).transactions]


def test_each_table_of_a_known_issuer_is_a_payment_and_one_that_stands_twice_is_one() -> None:
    first, second, third = debit("3,250.00", "OKRA KITCHEN"), debit("900.00", "TAXI LINE"), debit("3,250.00", "OKRA KITCHEN")
    assert told(access(first, second)) == [("3250.00", "OKRA KITCHEN", "931"), ("900.00", "TAXI LINE", "931")]
    assert told(access(first, second, third)) == told(access(first, second))
    assert told(access(first, third)) == [("3250.00", "OKRA KITCHEN", "931")]


def test_what_stands_once_beside_two_tables_is_said_of_both() -> None:
    tables = ["Debit Amount | ₦5.00\nDescription | OKRA KITCHEN", "Debit Amount | ₦6.00\nDescription | TAXI LINE"]
    account, day = "Account Number | 072****931", "Transaction Date | 12-May-2026"
    for mail in (access(*tables, before=account, behind=day), access(*tables, behind=f"{account}\n{day}")):
        assert told(mail) == [("5.00", "OKRA KITCHEN", "931"), ("6.00", "TAXI LINE", "931")]
        assert [one.occurred and one.occurred.on.day for one in parse(mail).transactions] == [12, 12]


def test_the_rows_below_one_head_are_payments_each() -> None:
    head = "Debit Amount | Account Number | Description"
    rows = ["₦5.00 | 072****931 | OKRA KITCHEN", "₦6.00 | 072****931 | TAXI LINE", "₦7.00 | 072****931 | OKRA KITCHEN"]
    mail = access(head, *rows)
    assert told(mail) == [("5.00", "OKRA KITCHEN", "931"), ("6.00", "TAXI LINE", "931"), ("7.00", "OKRA KITCHEN", "931")]
    quotes = [{piece.field: explain(mail).quote(piece) for piece in one.evidence} for one in explain(mail).transactions]
    assert [quote["amount"] for quote in quotes] == ["₦5.00", "₦6.00", "₦7.00"]


def test_one_sum_told_in_two_currencies_is_one_payment() -> None:
    table = "Debit Amount | {}\nAccount Number | 072****931\nDescription | OKRA KITCHEN\nTransaction Date | 12-May-2026"
    assert told(access(table.format("₦3,250.00"), table.format("USD 2.10"))) == [("3250.00", "OKRA KITCHEN", "931")]


def test_a_table_of_several_that_is_no_payment_leaves_the_first_as_it_was() -> None:
    assert told(access(debit("3,250.00", "OKRA KITCHEN"), debit("none", "TAXI LINE"))) == [("3250.00", "OKRA KITCHEN", "931")]


def test_alerts_of_one_day_in_the_same_words_are_payments_each_and_one_told_twice_is_one() -> None:
    alerts = [f"Your card ending 7731 was charged {what} on 12 May 2026." for what in ("$41.50 at FJORD", "$12.00 at SOUK DELI")]
    headers = {"from": ("Harbor Bank <alerts@harborbank.example>",), "subject": ("Card alerts",)}
    reading = parse(Mail(headers, "\n".join(alerts), None, RECEIVED))
    assert [(one.amount, one.counterparty) for one in reading.transactions] == [
        (Decimal("41.50"), "FJORD"),
        (Decimal("12.00"), "SOUK DELI"),
    ]
    assert sums(parse(Mail(headers, "\n".join([alerts[0]] * 2), None, RECEIVED))) == [(Decimal("41.50"), "debit")]


def test_rows_that_are_summed_up_as_paid_are_items() -> None:
    rows = (("12/05/2026", "Hosting", "£5.00"), ("12/05/2026", "Domain", "£7.00"))
    reading = ledger(("Date", "Merchant", "Amount"), *rows, subject="Your receipt", below="<p>Total paid: £12.00</p>")
    assert sums(reading) == [(Decimal("12.00"), "debit")]


def test_a_list_that_reaches_back_for_weeks_is_a_statement() -> None:
    rows = (("02/04/2026", "GROCER", "£5.00"), ("12/05/2026", "GROCER", "£7.00"))
    reading = ledger(("Date", "Merchant", "Amount"), *rows)
    assert (reading.verdict, reading.reason) == (Verdict.NOTICE, "statement")


def test_a_row_that_cannot_be_read_leaves_the_whole_mail_for_work() -> None:
    rows = (("12/05/2026", "GROCER", "£5.00"), ("12/05/2026", "BAKER", "see app"))
    reading = ledger(("Date", "Merchant", "Amount"), *rows)
    assert (reading.verdict, reading.transactions) == (Verdict.UNPARSED, ())


def test_each_line_is_stored_under_its_number() -> None:
    reading = ledger(("Date", "Merchant", "Amount"), ("12/05/2026", "GROCER", "£5.00"), ("12/05/2026", "BAKER", "£7.00"))
    mail = FetchedMail("m1", RECEIVED, Mail({}, None, None, RECEIVED))
    stored = [(one.line, one.transaction.counterparty) for one in new_transactions(mail, reading)]
    assert stored == [(1, "GROCER"), (2, "BAKER")]


def test_a_format_reads_each_place_where_its_sentence_tells_of_another_payment() -> None:
    issuer = issuer_of("revolut.com")
    assert issuer is not None
    form = next(one for one in issuer.formats if isinstance(one, Format) and one.name == "received")
    assert form.sample is not None
    once = parse(as_mail(issuer, form.sample))
    said = form.sample.text
    twice = parse(mail_of(issuer, f"{said}\n{said}"))
    both = mail_of(issuer, f"{said}\n{said.replace('85', '86')}")
    assert once.transactions == twice.transactions
    assert [one.amount for one in parse(both).transactions] == [Decimal("85.00"), Decimal("86.00")]
    why = explain(both)
    assert [why.quote(one.evidence[0]) for one in why.transactions] == ["€85.00", "€86.00"]
