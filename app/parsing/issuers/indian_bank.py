"""Indian Bank. Account and card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "indian-bank",
        "Indian Bank",
        (
            "indianbank.in",
            "indianbank.co.in",
            "indianbank.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "upi-debit",
                OUT,
                "A/c {account} debited {amount} on {date} to {counterparty}. UPI:{rrn}",
                Kind.TRANSFER,
                Sample(
                    "A/c *8821 debited Rs. 60.00 on 06-05-26 to Selvi Flowers. UPI:612600998877. Not you? SMS BLOCK -Indian Bank",
                    "60.00 INR",
                    counterparty="Selvi Flowers",
                    account="8821",
                    when="2026-05-06",
                    reference="612600998877",
                ),
            ),
            Format(
                "upi-credit",
                IN,
                "{amount} credited to a/c {account} on {date} by a/c linked to VPA {vpa} (UPI Ref no {rrn})",
                Kind.TRANSFER,
                Sample(
                    "Rs.300.00 credited to a/c *8821 on 07/05/2026 by a/c linked to VPA divya.s@okaxis (UPI Ref no 612700998877). -Indian Bank",
                    "300.00 INR",
                    counterparty="divya.s@okaxis",
                    account="8821",
                    when="2026-05-07",
                    reference="612700998877",
                ),
            ),
        ),
        aliases=("indianbank",),
    ),
)
