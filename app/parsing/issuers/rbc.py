"""RBC Royal Bank. Account and card alerts, Canada."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "rbc",
        "RBC",
        (
            "rbc.com",
            "royalbank.com",
        ),
        "CA",
        "CAD",
        (
            Format(
                "purchase",
                OUT,
                "A purchase of {amount} was made from your RBC {words} account ending in {account} at {counterparty} on {date}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of $120.45 was made from your RBC Day to Day Banking account ending in 0071 at BEAVER CREEK HARDWARE on May 27, 2026.\nYou asked us to alert you about withdrawals over $100.00.",
                    "120.45 CAD",
                    counterparty="BEAVER CREEK HARDWARE",
                    account="0071",
                    when="2026-05-27",
                ),
                seen=True,
            ),
            Format(
                "card-purchase",
                OUT,
                "A purchase of {amount} was made [on|with] your RBC {words} [card|credit card|account] ending in {account} at {counterparty} on {date}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of $42.18 was made on your RBC Avion Visa card ending in 7716 at TOFINO TEA HOUSE on May 28, 2026.",
                    "42.18 CAD",
                    counterparty="TOFINO TEA HOUSE",
                    account="7716",
                    when="2026-05-28",
                ),
            ),
        ),
    ),
)
