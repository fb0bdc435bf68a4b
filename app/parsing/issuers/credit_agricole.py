"""Crédit Agricole. Cards and transfers, France."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "credit-agricole",
        "Crédit Agricole",
        (
            "credit-agricole.fr",
            "credit-agricole.com",
        ),
        "FR",
        "EUR",
    ),
)
