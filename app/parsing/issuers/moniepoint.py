"""Moniepoint. Account alerts, Nigeria."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "moniepoint",
        "Moniepoint",
        ("moniepoint.com",),
        "NG",
        "NGN",
        (
            Format(
                "debit",
                OUT,
                "Your account has been debited with {amount}. Session ID: {reference}",
                Kind.TRANSFER,
                Sample(
                    "Your account has been debited with NGN 15,000. Session ID: 9991238472. Available Balance: NGN 85,000.",
                    "15000 NGN",
                    reference="9991238472",
                ),
            ),
            Format(
                "credit",
                IN,
                "Your account has been credited with {amount}. Session ID: {reference}",
                Kind.TRANSFER,
                Sample(
                    "Your account has been credited with NGN 5,000. Session ID: 9991238499. Available Balance: NGN 90,000.",
                    "5000 NGN",
                    reference="9991238499",
                ),
            ),
        ),
        aliases=("moniepoint",),
    ),
)
