"""Bank of India. Account and card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "boi",
        "Bank of India",
        (
            "bankofindia.co.in",
            "bankofindia.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "upi-debit",
                OUT,
                "{amount} debited [from |]A/c{account} and credited to {counterparty} via UPI Ref [No |no ]{rrn} on {date}",
                Kind.TRANSFER,
                Sample(
                    "BOI - Rs.120.00 debited A/cXX7741 and credited to KISHORE FRUITS via UPI Ref No 612677889900 on 06May26. Call 18001031906 if not done by you.",
                    "120.00 INR",
                    counterparty="KISHORE FRUITS",
                    account="7741",
                    when="2026-05-06",
                    reference="612677889900",
                ),
            ),
        ),
        aliases=("bankofindia",),
    ),
)
