"""Kiwibank. Card and account alerts, New Zealand."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "kiwibank",
        "Kiwibank",
        ("kiwibank.co.nz",),
        "NZ",
        "NZD",
        aliases=("kiwibank",),
    ),
)
