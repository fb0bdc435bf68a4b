"""Fortuneo. Cards and transfers, France."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "fortuneo",
        "Fortuneo",
        (
            "fortuneo.fr",
            "fortuneo.com",
        ),
        "FR",
        "EUR",
        aliases=("fortuneo",),
    ),
)
