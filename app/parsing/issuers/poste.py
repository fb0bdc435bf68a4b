"""Poste Italiane. Cards and transfers, Italy."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "poste",
        "Poste Italiane",
        (
            "poste.it",
            "postepay.it",
        ),
        "IT",
        "EUR",
        aliases=("postepay",),
    ),
)
