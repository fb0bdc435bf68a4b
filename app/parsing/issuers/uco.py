"""UCO Bank. Account and card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "uco",
        "UCO Bank",
        (
            "ucobank.com",
            "uco.bank.in",
            "ucobank.co.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "sms-debit",
                OUT,
                "A/c {account} Debited with {amount} on {date} by UCO-UPI.Avl Bal",
                Kind.TRANSFER,
                Sample(
                    "A/c XX4410 Debited with Rs. 75.00 on 06-05-2026 by UCO-UPI.Avl Bal Rs. 1,205.10.",
                    "75.00 INR",
                    account="4410",
                    when="2026-05-06",
                ),
            ),
            Format(
                "sms-credit",
                IN,
                "A/c {account} Credited with {amount} on {date} by UCO-UPI.Avl Bal",
                Kind.TRANSFER,
                Sample(
                    "A/c XX4410 Credited with Rs. 175.00 on 07-05-2026 by UCO-UPI.Avl Bal Rs. 1,380.10.",
                    "175.00 INR",
                    account="4410",
                    when="2026-05-07",
                ),
            ),
        ),
        aliases=("ucobank",),
    ),
)
