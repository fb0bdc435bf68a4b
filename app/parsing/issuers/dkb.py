"""DKB. Cards and bookings, Germany."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "dkb",
        "DKB",
        ("dkb.de",),
        "DE",
        "EUR",
    ),
)
