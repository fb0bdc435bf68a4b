"""What the general reader knows of mails in general, rule by rule: each case is the shortest mail that shows it."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from app.domain.mail import Mail
from app.domain.reading import Reading, Verdict
from app.parsing import parse
from app.parsing.dates import DateContext, first_moment
from app.parsing.generic.context import sentence_around
from app.parsing.money import find_money

WHEN = datetime(2026, 9, 15, 10, 20, tzinfo=timezone(timedelta(hours=2)))


def told(text: str, subject: str = "Account alert", sender: str = "Northbank <alerts@northbank.example>") -> Reading:
    headers = {"from": (sender,), "subject": (subject,)}
    return parse(Mail(headers, text, None, WHEN) if not text.startswith("<") else Mail(headers, None, text, WHEN))


def table(*rows: tuple[str, str]) -> str:
    return "<table>" + "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows) + "</table>"


def core(reading: Reading) -> tuple[str, str, str]:
    payment = reading.transactions[0]
    return f"{payment.amount}", payment.currency, payment.direction.value


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("You took out €200.00 at an ATM from account ending 0091 on 15/09/2026.", ("200.00", "EUR", "debit")),
        ("€812.00 arrived from ACME LTD in your account ending 0091 on 15/09/2026.", ("812.00", "EUR", "credit")),
        (
            "Your debit order of €39.00 by GYM LTD was reversed into account ending 0091 on 15/09/2026.",
            ("39.00", "EUR", "credit"),
        ),
        ("We received your repayment of €75.00 on 15/09/2026 for your loan.", ("75.00", "EUR", "debit")),
        ("Kaardiga **** 7719 tasuti 12,40 EUR, RIMI TALLINN, 15.09.2026 09:51.", ("12.40", "EUR", "debit")),
        ("Į Jūsų sąskaitą ****0091 gauta 480,00 EUR. Mokėtojas: UAB BALTIJA. Data: 2026-09-15", ("480.00", "EUR", "credit")),
        ("Плащане с карта *4410 на стойност 24,50 EUR в KAUFLAND на 15.09.2026 10:02.", ("24.50", "EUR", "debit")),
        ("Ви сплатили 189,00 ₴ у АТБ карткою *0091. 15.09.2026 17:42.", ("189.00", "UAH", "debit")),
        ("Na vaš račun ****4410 smo prejeli priliv v višini 1.120,00 EUR dne 15.09.2026.", ("1120.00", "EUR", "credit")),
        (
            "You sent €200.00 to J BAKER on 15/09/2026. Fees €0.50, total €200.50 deducted from account ending 0091.",
            ("200.50", "EUR", "debit"),
        ),
    ],
)
def test_a_stranger_s_sentence_is_read(text: str, wanted: tuple[str, str, str]) -> None:
    assert core(told(text)) == wanted


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("We stopped a payment of €612.00 to CURRYS from card ending 0091 because it looked unusual.", "declined"),
        ("ECS debit of €45.00 for BAJAJ in your account XX7719 was returned on 15-Sep-26 due to low balance.", "declined"),
        ("We're reviewing your €38.00 payment to Etsy from card ending 0091.", "not_moved"),
        ("€649.00 towards Netflix is set to be auto-debited from your card ending 8812 on 16/09/2026.", "scheduled"),
        ("Your TAC is 881200 for the transfer of €300.00 to AZLAN from account ending 0091.", "otp"),
        ("Selesaikan pembayaran Rp 259.000 dari rekening ***0091.", "order_unpaid"),
    ],
)
def test_money_that_has_not_moved_is_told_by_its_reason(text: str, reason: str) -> None:
    reading = told(text)
    assert (reading.verdict, reading.reason) == (Verdict.NOTICE, reason)


def test_a_label_nobody_listed_names_the_sum_where_no_listed_one_does() -> None:
    around = (("Policy number", "DC0081772"), ("Date", "15/09/2026"), ("Paid with", "Visa ending 7719"))
    assert core(told(table(("Premium paid", "€78.10"), *around), "Receipt")) == ("78.10", "EUR", "debit")
    both = table(("Premium paid", "€78.10"), ("Total paid", "€80.00"), *around)
    assert core(told(both, "Receipt"))[0] == "80.00"


def test_a_till_roll_without_a_verb_is_paid_by_its_card() -> None:
    roll = table(("Bio Vollmilch", "1,25"), ("zu zahlen", "3,44"), ("Karte", "3,44 EUR"))
    reading = told(roll + "<p>15.09.2026 10:02</p>", "Dein Kassenbon", "Markt <service@markt.de>")
    assert core(reading) == ("3.44", "EUR", "debit")


def test_an_advertisement_below_a_payment_does_not_unsay_it_and_one_above_does() -> None:
    payment = "<p>€12.00 was charged to your card ending 0091 at CAFE on 15/09/2026.</p>"
    offer = "<p>Get 20% off your next order. Earn cashback and claim your bonus.</p>"
    assert core(told(payment + offer)) == ("12.00", "EUR", "debit")
    assert told(offer + payment, "Get 20% off your next order").verdict is not Verdict.TRANSACTION


def test_three_capitals_that_name_no_currency_are_no_part_of_an_amount() -> None:
    found = next(find_money("BEST BUY\n$612.88", "US"))
    assert (found.start, found.amount) == (9, Decimal("612.88"))


def test_a_full_stop_right_before_an_amount_ends_the_sentence() -> None:
    text = "Your claim has been settled. $84.00 has been paid"
    start = text.index("$")
    assert text[slice(*sentence_around(text, start, start + 6))].strip() == "$84.00 has been paid"


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("15 вересня 2026", date(2026, 9, 15)),
        ("15 rugsėjo 2026", date(2026, 9, 15)),
        ("ngày 15 tháng 9 năm 2026", date(2026, 9, 15)),
        ("15.09. um 10:02 Uhr", date(2026, 9, 15)),
        ("20260915 10:02", date(2026, 9, 15)),
    ],
)
def test_days_are_read_as_other_languages_print_them(printed: str, day: date) -> None:
    moment = first_moment(printed, DateContext(WHEN))
    assert moment is not None
    assert moment.on == day


@pytest.mark.parametrize(("hours", "currency"), [(10, "AUD"), (-5, "USD"), (13, "NZD")])
def test_a_dollar_is_of_the_part_of_the_day_its_mail_was_sent_in(hours: int, currency: str) -> None:
    text = "You have paid $37.25 to THE ICONIC using your Visa ending 7710 on 15 Sep 2026."
    headers = {"from": ("Zippy <hello@zippy.example>",), "subject": ("Payment",)}
    mail = Mail(headers, text, None, WHEN.astimezone(timezone(timedelta(hours=hours))))
    assert parse(mail).transactions[0].currency == currency


def test_no_reading_without_a_format_claims_more_than_unseen_mails_bear_out() -> None:
    text = "€12.00 was charged to your card ending 0091 at CAFE on 15/09/2026 10:02. Reference number 881200921."
    assert 0.9 < told(text).confidence <= 0.95
