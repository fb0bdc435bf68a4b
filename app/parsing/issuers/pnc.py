"""PNC Bank. Card, deposit and withdrawal alerts, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "pnc",
        "PNC Bank",
        ("pnc.com",),
        "US",
        "USD",
        (
            Format(
                "card-spend",
                OUT,
                "A [purchase|transaction] of {amount} was made [with|on|using] your [PNC |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending |ending with |]{account} at {counterparty} on {date}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of $45.67 was made with your PNC debit card ending in 1234 at MAPLE HARDWARE on 05/06/2026.",
                    "45.67 USD",
                    counterparty="MAPLE HARDWARE",
                    account="1234",
                    when="2026-05-06",
                ),
            ),
            Format(
                "deposit",
                IN,
                "A deposit of {amount} was made to your [PNC |]{words} account [ending in |]{account} on {date}",
                Kind.OTHER,
                Sample(
                    "A deposit of $1,200.00 was made to your PNC Virtual Wallet account ending in 8841 on 05/08/2026.",
                    "1200.00 USD",
                    account="8841",
                    when="2026-05-08",
                ),
            ),
            Format(
                "withdrawal",
                OUT,
                "A withdrawal of {amount} was made from your [PNC |]{words} account [ending in |]{account} on {date}",
                Kind.OTHER,
                Sample(
                    "A withdrawal of $80.00 was made from your PNC Virtual Wallet account ending in 8841 on 05/09/2026.",
                    "80.00 USD",
                    account="8841",
                    when="2026-05-09",
                ),
            ),
        ),
        month_first=True,
    ),
)
