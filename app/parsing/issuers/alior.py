"""Alior Bank. Account and card alerts, Poland."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "alior",
        "Alior Bank",
        (
            "alior.pl",
            "aliorbank.pl",
        ),
        "PL",
        "PLN",
    ),
)
