"""Commerzbank. Cards and bookings, Germany."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "commerzbank",
        "Commerzbank",
        (
            "commerzbank.de",
            "commerzbank.com",
        ),
        "DE",
        "EUR",
        aliases=("commerzbank",),
    ),
)
