"""HSBC UK. Card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "hsbc-uk",
        "HSBC UK",
        ("hsbc.co.uk",),
        "GB",
        "GBP",
        (
            Format(
                "card-used",
                OUT,
                "HSBC [credit|debit] card ending [in |]{account} was used for a transaction of {amount} at {counterparty} on {date} at {time}",
                Kind.PURCHASE,
                Sample(
                    "Your HSBC credit card ending 5580 was used for a transaction of GBP 67.25 at THE LINEN CUPBOARD on 03-06-2026 at 12:38.\nYour available credit is GBP 2,932.75.",
                    "67.25 GBP",
                    counterparty="THE LINEN CUPBOARD",
                    account="5580",
                    when="2026-06-03T12:38:00",
                ),
                seen=True,
            ),
        ),
    ),
)
