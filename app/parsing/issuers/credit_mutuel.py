"""Crédit Mutuel. Cards and transfers, France."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "credit-mutuel",
        "Crédit Mutuel",
        (
            "creditmutuel.fr",
            "cic.fr",
        ),
        "FR",
        "EUR",
        aliases=("creditmutuel",),
    ),
)
