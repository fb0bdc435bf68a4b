"""Fidelity. Cash management and card alerts, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "fidelity",
        "Fidelity",
        (
            "fidelity.com",
            "fidelityrewards.com",
        ),
        "US",
        "USD",
        (
            Format(
                "card-spend",
                OUT,
                "A [purchase|transaction|charge] of {amount} was made at {counterparty} [with|using|on] your [Fidelity |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending |ending with |]{account} on {date}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of $88.00 was made at SUMMIT OUTFITTERS with your Fidelity debit card ending in 2207 on 05/06/2026.",
                    "88.00 USD",
                    counterparty="SUMMIT OUTFITTERS",
                    account="2207",
                    when="2026-05-06",
                ),
            ),
            Format(
                "deposit",
                IN,
                "A deposit of {amount} [was|has been] [made|posted|received] [to|in|into] your [Fidelity |]account [ending in |]{account} on {date}",
                Kind.OTHER,
                Sample(
                    "A deposit of $1,000.00 was received in your Fidelity account ending in 4410 on 05/12/2026.",
                    "1000.00 USD",
                    account="4410",
                    when="2026-05-12",
                ),
            ),
        ),
        month_first=True,
        aliases=("fidelity",),
    ),
)
