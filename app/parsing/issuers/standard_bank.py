"""Standard Bank. Card and account alerts, South Africa."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "standard-bank",
        "Standard Bank",
        ("standardbank.co.za",),
        "ZA",
        "ZAR",
        aliases=("standardbank",),
    ),
)
