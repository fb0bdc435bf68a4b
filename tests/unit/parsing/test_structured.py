"""Orders and invoices told as JSON-LD: what counts, what does not, and what somebody wrote badly."""

import json
from typing import Any

import pytest

from app.domain.mail import Mail
from app.domain.reading import Reading
from app.parsing import parse

ORDER: dict[str, Any] = {
    "@context": "http://schema.org",
    "@type": "Order",
    "orderNumber": "A-1",
    "merchant": {"@type": "Organization", "name": "Lumen"},
    "price": "41.50",
    "priceCurrency": "EUR",
    "orderStatus": "http://schema.org/OrderProcessing",
}
UNNUMBERED = {key: value for key, value in ORDER.items() if key != "orderNumber"}
BAD_PRICES: tuple[object, ...] = ("NaN", "-5", "9" * 300, True, [1, 2], {"price": {}}, None)
PAID = "<p>Thank you, your order has been paid.</p>"


def read(data: object, words: str = PAID) -> Reading:
    text = data if isinstance(data, str) else json.dumps(data)
    markup = f'<body>schema.org<script type="application/ld+json">{text}</script>{words}</body>'
    return parse(Mail({"from": ("Lumen <orders@lumen.example>",), "subject": ("Your order",)}, None, markup))


def told(data: object, words: str = PAID) -> list[str]:
    return [f"{one.amount} {one.currency} {one.reference}" for one in read(data, words).transactions]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (ORDER, ["41.50 EUR A-1"]),
        ([ORDER, ORDER], ["41.50 EUR A-1"]),
        ([ORDER, {**ORDER, "orderNumber": "A-2", "price": "8.00"}], ["41.50 EUR A-1", "8.00 EUR A-2"]),
        ([UNNUMBERED, {**UNNUMBERED, "price": "9.00"}], ["41.50 EUR None", "9.00 EUR None"]),
        ({"@graph": [{**ORDER, "@type": ["Order", "Thing"]}]}, ["41.50 EUR A-1"]),
        ({**ORDER, "price": "1.500", "priceCurrency": "KWD"}, ["1.500 KWD A-1"]),
    ],
)
def test_each_order_is_a_payment_of_its_own(data: object, expected: list[str]) -> None:
    assert told(data) == expected


@pytest.mark.parametrize(
    "data",
    [
        {**ORDER, "orderStatus": "OrderCancelled"},
        {**ORDER, "orderStatus": "OrderPaymentDue"},
        *({**ORDER, "price": price} for price in BAD_PRICES),
        {**ORDER, "priceCurrency": ["EUR"]},
        {**ORDER, "@type": 5},
        json.dumps(ORDER)[:-1] + ",}",
        json.dumps(ORDER).replace('"41.50"', "1e400"),
        "[" * 5000 + "]" * 5000,
        '{"item":' * 3000 + "1" + "}" * 3000,
        f"<!--{json.dumps(ORDER)}-->",
    ],
)
def test_what_is_not_paid_or_not_written_well_is_no_payment(data: object) -> None:
    assert told(data) == []


def test_an_order_is_paid_when_the_mail_says_so() -> None:
    assert read(ORDER, "<p>We have your order.</p>").reason == "order_unpaid"


def test_a_price_that_the_mail_contradicts_is_not_read() -> None:
    assert "41.50 EUR A-1" not in told(ORDER, "<p>Order A-1. Paid: EUR 99.00 in total.</p>")
    assert told(ORDER, "<p>Goods EUR 35.00, shipping EUR 6.50. Paid: EUR 41.50.</p>") == ["41.50 EUR A-1"]
