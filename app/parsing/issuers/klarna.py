"""Klarna. Payments it has received or taken."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "klarna",
        "Klarna",
        (
            "klarna.com",
            "klarna.se",
            "klarna.de",
        ),
        "SE",
        "SEK",
        (
            Format(
                "payment-received",
                OUT,
                "We've received your payment of {amount} [for your order at|to|for] {counterparty}. ",
                Kind.BILL_PAYMENT,
                Sample(
                    "We've received your payment of €64.90 for your order at Knit & Wool. Thank you.",
                    "64.90 EUR",
                    counterparty="Knit & Wool",
                ),
            ),
            Format(
                "payment-received-de",
                OUT,
                "Wir haben deine Zahlung [in Höhe von|über] {amount} [für deinen Einkauf bei|an] {counterparty} erhalten",
                Kind.BILL_PAYMENT,
                Sample(
                    "Wir haben deine Zahlung in Höhe von 64,90 € für deinen Einkauf bei Wollhaus Ost erhalten.",
                    "64.90 EUR",
                    counterparty="Wollhaus Ost",
                ),
            ),
        ),
        aliases=("klarna",),
    ),
)
