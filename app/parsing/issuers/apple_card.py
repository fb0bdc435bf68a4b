"""Apple Card. Payments of the bill, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "apple-card",
        "Apple Card",
        ("applecard.apple",),
        "US",
        "USD",
        (
            Format(
                "bill-payment",
                IN,
                "Your Apple Card payment of {amount} was received on {date}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Your Apple Card payment of $250.00 was received on May 31, 2026.\nRemaining statement balance: $64.19",
                    "250.00 USD",
                    when="2026-05-31",
                ),
                seen=True,
            ),
        ),
        month_first=True,
    ),
)
