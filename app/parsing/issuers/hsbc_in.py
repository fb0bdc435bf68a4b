"""HSBC India. Card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "hsbc-in",
        "HSBC India",
        ("hsbc.co.in",),
        "IN",
        "INR",
        (
            Format(
                "card-spend",
                OUT,
                "your Credit card no ending with {account},has been used for {amount} for payment to {counterparty} on {date} at {time}",
                Kind.PURCHASE,
                Sample(
                    "your Credit card no ending with 5518,has been used for INR 887.40 for payment to FOREVER FOODS LIMITED on 01 May 2026 at 21:22.",
                    "887.40 INR",
                    counterparty="FOREVER FOODS LIMITED",
                    account="5518",
                    when="2026-05-01T21:22:00",
                ),
            ),
        ),
    ),
)
