"""Brubank. Cards and transfers, Argentina."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "brubank",
        "Brubank",
        (
            "brubank.com",
            "brubank.com.ar",
        ),
        "AR",
        "ARS",
        aliases=("brubank",),
    ),
)
