"""ING. Cards and bookings, Germany."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "ing-de",
        "ING",
        (
            "ing.de",
            "ing-diba.de",
        ),
        "DE",
        "EUR",
    ),
)
