"""Amounts as people print them, and what is no amount."""

from datetime import datetime, timedelta, timezone

import pytest

from app.domain.mail import Mail
from app.parsing import parse
from app.parsing.clean import read_page
from app.parsing.money import find_money
from app.parsing.places import country_of, other_dollars
from tests.unit.parsing.mails import text_mail


def read(text: str, country: str | None) -> list[str]:
    return [f"{money.amount:f} {money.currency}" for money in find_money(read_page(text_mail(text)).text, country)]


@pytest.mark.parametrize(
    ("printed", "country", "expected"),
    [
        ("Rs.1,23,456.00", "IN", "123456.00 INR"),
        ("Rs.500/-", "IN", "500 INR"),
        ("INR1,00,000", "IN", "100000 INR"),
        ("INR 1,00,00,000.50", "IN", "10000000.50 INR"),
        ("INR.5,000", "IN", "5000 INR"),
        ("Rs.१,२३४.५०", "IN", "1234.50 INR"),
        ("Rs 5.00", "PK", "5.00 PKR"),
        ("Rs. USD 5.90", "IN", "5.90 USD"),
        ("1.234,56 €", "DE", "1234.56 EUR"),
        ("1\u202f234,56 €", "FR", "1234.56 EUR"),
        ("1\u2009234,56 €", "FR", "1234.56 EUR"),
        ("CHF 1’234.56", "CH", "1234.56 CHF"),
        ("EUR 1.234", "DE", "1234 EUR"),
        ("-41,50 €", "DE", "41.50 EUR"),
        ("−41,50 €", "DE", "41.50 EUR"),
        ("(41,50 EUR)", "DE", "41.50 EUR"),
        ("41,50€", "DE", "41.50 EUR"),
        ("459:-", "SE", "459 SEK"),
        ("1 234,50 kr", "NO", "1234.50 NOK"),
        ("$.35", "US", "0.35 USD"),
        ("US$.35", "US", "0.35 USD"),
        ("Rs.35", "IN", "35 INR"),
        ("($41.50)", "US", "41.50 USD"),
        ("$1,234", "CA", "1234 CAD"),
        ("$12.345", "CL", "12345 CLP"),
        ("$1.234.567,00", "CO", "1234567.00 COP"),
        ("¥12,345", "JP", "12345 JPY"),
        ("３，４８０円", "JP", "3480 JPY"),
        ("12,345원", "KR", "12345 KRW"),
        ("KWD 1.234", "KW", "1.234 KWD"),
        ("KD 12.375", "KW", "12.375 KWD"),
        ("BHD 1,234.500", "BH", "1234.500 BHD"),
        ("Rp1.234.567", "ID", "1234567 IDR"),
        ("50.000đ", "VN", "50000 VND"),
        ("٢٬٢٥٠٫٧٥ ريال", "SA", "2250.75 SAR"),
        ("๑,๒๕๐.๐๐ บาท", "TH", "1250.00 THB"),
    ],
)
def test_an_amount_is_read_as_it_is_meant(printed: str, country: str, expected: str) -> None:
    assert read(f"x {printed} y", country) == [expected]


@pytest.mark.parametrize("printed", ["1.234.56 EUR", "EUR 12,34,5", "ALARM 5", "12%", "Q2", "1,2,3,4,5"])
def test_what_is_no_amount_is_none(printed: str) -> None:
    assert read(f"x {printed} y", None) == []


def test_a_general_domain_below_a_country_is_that_country_s() -> None:
    assert country_of("avisos.bancosur.com.co", "", None) == "CO"
    assert country_of("shop.co", "", None) is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Spent $20.00 at MASSY. Call 1-868-625-3505.", "TT"),
        ("You spent $20.00. Questions? (876) 922-1000", "JM"),
        ("You spent $20.00. Call us on +65 6339 6666.", "SG"),
        ("You spent $20.00. Call 1-800-625-3505.", None),
        ("Spent 20.00 at MASSY. Call 1-868-625-3505.", None),
    ],
)
def test_a_telephone_number_tells_whose_dollars_they_are(text: str, country: str | None) -> None:
    assert country_of("bank.example", text, None) == country


@pytest.mark.parametrize(("zone", "month", "known"), [(-4, 2, False), (-4, 7, True), (-5, 2, True), (8, 7, False), (0, 2, True)])
def test_dollars_sent_where_several_are_used_are_not_guessed(zone: int, month: int, known: bool) -> None:
    at = datetime(2026, month, 22, 12, tzinfo=timezone(timedelta(hours=zone)))
    assert other_dollars(at) is not known
    mail = Mail(
        {"from": ("Isle Bank <alerts@islebank.example>",), "subject": ("Alert",)},
        "A purchase of $184.50 was made with your card ending 4471 at MASSY STORES.",
        None,
        at,
    )
    assert bool(parse(mail).transactions) is known


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("alertas@unbanco.es", "Tu consumo de 123,45 kWh el 12/05/2026. Contrato *4410"),
        ("alerts@somebank.in", "An amount of 500 points was credited to your account XX4410 on 12-05-26."),
    ],
)
def test_what_is_measured_or_counted_is_no_sum_without_a_sign(sender: str, text: str) -> None:
    assert parse(text_mail(text, f"Some Bank <{sender}>")).transactions == ()
