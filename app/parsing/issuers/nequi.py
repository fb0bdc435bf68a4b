"""Nequi. Cards and transfers, Colombia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "nequi",
        "Nequi",
        (
            "nequi.com.co",
            "nequi.com",
        ),
        "CO",
        "COP",
        aliases=("nequi",),
    ),
)
