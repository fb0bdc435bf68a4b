"""Société Générale. Cards and transfers, France."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "societe-generale",
        "Société Générale",
        (
            "societegenerale.fr",
            "socgen.com",
            "sg.fr",
        ),
        "FR",
        "EUR",
    ),
)
