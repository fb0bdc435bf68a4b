"""Absa. Card and account alerts, South Africa."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "absa",
        "Absa",
        (
            "absa.co.za",
            "absa.africa",
        ),
        "ZA",
        "ZAR",
        aliases=("absa",),
    ),
)
