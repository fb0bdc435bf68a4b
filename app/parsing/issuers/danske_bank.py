"""Danske Bank. Account and card alerts, Denmark."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "danske-bank",
        "Danske Bank",
        (
            "danskebank.dk",
            "danskebank.com",
        ),
        "DK",
        "DKK",
    ),
)
