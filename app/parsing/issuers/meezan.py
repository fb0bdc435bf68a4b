"""Meezan Bank. Card and account alerts, Pakistan."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "meezan",
        "Meezan Bank",
        ("meezanbank.com",),
        "PK",
        "PKR",
        aliases=("meezan",),
    ),
)
