"""Banco Pichincha. Cards and transfers, Ecuador."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "pichincha",
        "Banco Pichincha",
        ("pichincha.com",),
        "EC",
        "USD",
        aliases=("pichincha",),
    ),
)
