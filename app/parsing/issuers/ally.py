"""Ally Bank. Account alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "ally",
        "Ally Bank",
        ("ally.com",),
        "US",
        "USD",
        (
            Format(
                "debit",
                OUT,
                "A debit of {amount} to {counterparty} posted to your {words} account ending in {account} on {date}",
                Kind.TRANSFER,
                Sample(
                    "A debit of $220.00 to Evergreen Utilities posted to your Interest Checking account ending in 7741 on 02/24/2026.",
                    "220.00 USD",
                    counterparty="Evergreen Utilities",
                    account="7741",
                    when="2026-02-24",
                ),
                seen=True,
            ),
            Format(
                "interest",
                IN,
                "Interest of {amount} was paid to your {words} account ending in {account} on {date}",
                Kind.INTEREST,
                Sample(
                    "Interest of $31.07 was paid to your Online Savings account ending in 9920 on 04/24/2026.",
                    "31.07 USD",
                    account="9920",
                    when="2026-04-24",
                ),
                seen=True,
            ),
        ),
        month_first=True,
    ),
)
