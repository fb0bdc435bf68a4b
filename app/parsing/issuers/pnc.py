"""PNC Bank. Card, deposit and withdrawal alerts, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "pnc",
        "PNC Bank",
        ("pnc.com",),
        "US",
        "USD",
        (
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
