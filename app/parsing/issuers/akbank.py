"""Akbank. Cards and transfers, Türkiye."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "akbank",
        "Akbank",
        ("akbank.com",),
        "TR",
        "TRY",
        aliases=("akbank",),
    ),
)
