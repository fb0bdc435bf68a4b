"""CIBC. Card and account alerts, Canada."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "cibc",
        "CIBC",
        ("cibc.com",),
        "CA",
        "CAD",
        (
            Format(
                "card-spend",
                OUT,
                "A [purchase|transaction] of {amount} [was made |]at {counterparty} [was made |][with|on|using|was charged to] your CIBC [debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending |ending with |]{account} on {date}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of $81.00 was made at NORTHERN TRAIL CO with your CIBC Visa ending in 7741 on May 6, 2026.",
                    "81.00 CAD",
                    counterparty="NORTHERN TRAIL CO",
                    account="7741",
                    when="2026-05-06",
                ),
            ),
            Format(
                "deposit",
                IN,
                "A deposit of {amount} was made to your CIBC {words} account ending in {account} on {date}",
                Kind.OTHER,
                Sample(
                    "A deposit of $410.00 was made to your CIBC Smart Account account ending in 2201 on May 7, 2026.",
                    "410.00 CAD",
                    account="2201",
                    when="2026-05-07",
                ),
            ),
        ),
        aliases=("cibc",),
    ),
)
