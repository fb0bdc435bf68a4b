"""Sparkasse. Cards and bookings, Germany."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "sparkasse",
        "Sparkasse",
        (
            "sparkasse.de",
            "s-service.de",
        ),
        "DE",
        "EUR",
        aliases=("sparkasse",),
    ),
)
