"""Scotiabank. InfoAlerts; an authorisation is the only mail of a purchase."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "scotiabank",
        "Scotiabank",
        ("scotiabank.com",),
        "CA",
        "CAD",
        (
            Format(
                "authorization",
                OUT,
                "There was an authorization for {amount} at {counterparty} on account {account} at {today}.",
                Kind.PURCHASE,
                Sample(
                    "There was an authorization for $46.03 at MAPLE & RYE DELI on account 4537***8821 at 3:41 pm ET.",
                    "46.03 CAD",
                    counterparty="MAPLE & RYE DELI",
                    account="8821",
                    when="2026-04-12T15:41:00-04:00",
                    received="2026-04-12",
                ),
                seen=True,
            ),
        ),
    ),
)
