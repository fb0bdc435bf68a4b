"""Banco Sabadell. Cards and transfers, Spain."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "sabadell",
        "Banco Sabadell",
        (
            "bancsabadell.com",
            "sabadell.es",
        ),
        "ES",
        "EUR",
        aliases=("sabadell",),
    ),
)
