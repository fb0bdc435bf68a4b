"""South Indian Bank. Account and card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "south-indian",
        "South Indian Bank",
        (
            "southindianbank.com",
            "sib.co.in",
            "sib.bank.in",
            "southindianbank.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "upi-debit",
                OUT,
                "UPI debit:{amount} A/c {account} {date} RRN:{rrn}",
                Kind.TRANSFER,
                Sample(
                    "UPI debit:Rs.99.00 A/c X5510 06-05-26 RRN:612633221100. Bal:Rs.4410.00",
                    "99.00 INR",
                    account="5510",
                    when="2026-05-06",
                    reference="612633221100",
                ),
            ),
        ),
        aliases=("southindianbank",),
    ),
)
