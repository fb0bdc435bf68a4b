"""Lyft. Receipts of rides, United States and Canada."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "lyft",
        "Lyft",
        (
            "lyftmail.com",
            "lyft.com",
        ),
        "US",
        "USD",
        (
            Format(
                "ride",
                OUT,
                "[Apple Pay|Google Pay|Visa|Mastercard|American Express|Amex|Discover|PayPal|Venmo|Lyft Cash] [(Visa)|(Mastercard)|(American Express)|(Amex)|(Discover)|*{account}|] {amount} Pickup",
                Kind.PURCHASE,
                Sample(
                    "lyft\nJANUARY 20, 2026 AT 10:22 PM\nThanks for riding with Wilhelmina!\nLyft fare (11.02mi, 24m 8s) | $26.47\nTip | $5.00\nApple Pay (Visa) | $31.47\nPickup 10:22 PM · Drop-off 10:46 PM\nReceipt #1948820917736510. This is not a bill.",
                    "31.47 USD",
                    counterparty="Lyft",
                    when="2026-01-20T22:22:00",
                    reference="1948820917736510",
                ),
                counterparty="Lyft",
                also=(
                    "Receipt #{reference}. This",
                    "lyft {datetime} Thanks for riding",
                ),
                seen=True,
            ),
        ),
        month_first=True,
        shop=True,
    ),
)
