"""BMO. Card and account alerts, Canada and United States."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "bmo",
        "BMO",
        (
            "bmo.com",
            "bmoharris.com",
        ),
        "CA",
        "CAD",
        (
            Format(
                "card-spend",
                OUT,
                "A [purchase|transaction] of {amount} was made at {counterparty} [with|on|using] your BMO [debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending |ending with |]{account} on {date}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of $37.41 was made at LAKEHEAD OUTFITTERS with your BMO Mastercard ending in 2219 on May 6, 2026.",
                    "37.41 CAD",
                    counterparty="LAKEHEAD OUTFITTERS",
                    account="2219",
                    when="2026-05-06",
                ),
            ),
        ),
    ),
)
