"""Truist. Card and account alerts, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "truist",
        "Truist",
        (
            "truist.com",
            "suntrust.com",
            "bbt.com",
        ),
        "US",
        "USD",
        (
            Format(
                "card-spend",
                OUT,
                "A [purchase|transaction|charge] of {amount} was made at {counterparty} [with|on|using] your [Truist |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending |ending with |]{account} on {date}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of $32.10 was made at OAK STREET DELI with your Truist debit card ending in 5521 on 05/07/2026.",
                    "32.10 USD",
                    counterparty="OAK STREET DELI",
                    account="5521",
                    when="2026-05-07",
                ),
            ),
            Format(
                "deposit",
                IN,
                "A deposit of {amount} [was|has been] [made|posted] to your [Truist |]{words} account [ending in |]{account} on {date}",
                Kind.OTHER,
                Sample(
                    "A deposit of $950.00 was posted to your Truist One Checking account ending in 7710 on 05/10/2026.",
                    "950.00 USD",
                    account="7710",
                    when="2026-05-10",
                ),
            ),
        ),
        month_first=True,
        aliases=("truist",),
    ),
)
