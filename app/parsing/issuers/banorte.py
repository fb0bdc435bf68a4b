"""Banorte. Cards and transfers, Mexico."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "banorte",
        "Banorte",
        ("banorte.com",),
        "MX",
        "MXN",
        aliases=("banorte",),
    ),
)
