"""Santander UK. Account and card alerts, United Kingdom."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "santander-uk",
        "Santander UK",
        ("santander.co.uk",),
        "GB",
        "GBP",
    ),
)
