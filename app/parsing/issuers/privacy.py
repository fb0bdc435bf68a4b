"""Privacy.com. Virtual cards, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "privacy-com",
        "Privacy.com",
        ("privacy.com",),
        "US",
        "USD",
        (
            Format(
                "authorised",
                OUT,
                "{amount} was authorized at {counterparty} on your card {words} ending in {account}",
                Kind.PURCHASE,
                Sample(
                    "$14.99\nwas authorized at Moonlit Stream on your card Streaming ending in 4188.\nMonthly spend limit: $20.00 · Remaining: $5.01",
                    "14.99 USD",
                    counterparty="Moonlit Stream",
                    account="4188",
                ),
                seen=True,
            ),
        ),
        month_first=True,
    ),
)
