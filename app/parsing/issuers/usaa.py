"""USAA. Account alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "usaa",
        "USAA",
        ("usaa.com",),
        "US",
        "USD",
        (
            Format(
                "debit",
                OUT,
                "{amount} came out of your account ending in {account}. To: {words} Date: {date}",
                Kind.OTHER,
                Sample(
                    "$48.75 came out of your account ending in 5512.\nTo:\nUSAA DEBIT\nDate:\n01/27/26",
                    "48.75 USD",
                    account="5512",
                    when="2026-01-27",
                ),
                seen=True,
            ),
        ),
        month_first=True,
    ),
)
