"""Lloyds Bank. Account and card alerts, United Kingdom."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "lloyds",
        "Lloyds Bank",
        (
            "lloydsbank.com",
            "lloydsbank.co.uk",
        ),
        "GB",
        "GBP",
        aliases=("lloydsbank",),
    ),
)
