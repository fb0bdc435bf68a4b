"""Capital One. Card alerts; a pending authorisation is the only mail of a purchase."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "capitalone",
        "Capital One",
        ("capitalone.com",),
        "US",
        "USD",
        (
            Format(
                "card-spend",
                OUT,
                "ending in {account} As requested, we're notifying you that on {date}, at {counterparty}, a pending authorization or purchase in the amount of {amount} was placed or charged",
                Kind.PURCHASE,
                Sample(
                    "ending in 4419\nAs requested, we’re notifying you that on May 18, 2026, at HORIZON CAR RENTAL, a pending authorization or purchase in the amount of $652.90 was placed or charged",
                    "652.90 USD",
                    counterparty="HORIZON CAR RENTAL",
                    account="4419",
                    when="2026-05-18",
                ),
                seen=True,
            ),
        ),
        month_first=True,
    ),
)
