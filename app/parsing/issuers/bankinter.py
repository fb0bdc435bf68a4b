"""Bankinter. Cards and transfers, Spain."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bankinter",
        "Bankinter",
        (
            "bankinter.com",
            "bankinter.es",
        ),
        "ES",
        "EUR",
        aliases=("bankinter",),
    ),
)
