"""Nationwide. Account and card alerts, United Kingdom."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "nationwide",
        "Nationwide",
        ("nationwide.co.uk",),
        "GB",
        "GBP",
    ),
)
