"""Bandhan Bank. Account and card alerts."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bandhan",
        "Bandhan Bank",
        (
            "bandhanbank.com",
            "bandhan.bank.in",
        ),
        "IN",
        "INR",
        aliases=("bandhanbank",),
    ),
)
