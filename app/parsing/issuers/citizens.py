"""Citizens Bank. Card and account alerts, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "citizens",
        "Citizens Bank",
        (
            "citizensbank.com",
            "citizensbankonline.com",
        ),
        "US",
        "USD",
        (
            Format(
                "card-spend",
                OUT,
                "A [purchase|transaction] of {amount} was made [with|on|using] your [debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending |ending with |]{account} at {counterparty} on {date}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of $54.09 was made with your debit card ending in 7019 at SEASIDE MARKET on 05/06/2026.",
                    "54.09 USD",
                    counterparty="SEASIDE MARKET",
                    account="7019",
                    when="2026-05-06",
                ),
            ),
        ),
        month_first=True,
        aliases=("citizensbank",),
    ),
)
