"""Nordea. Account and card alerts, the Nordic countries."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "nordea",
        "Nordea",
        (
            "nordea.fi",
            "nordea.se",
            "nordea.dk",
            "nordea.no",
            "nordea.com",
        ),
        "FI",
        "EUR",
    ),
)
