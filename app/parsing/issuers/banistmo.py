"""Banistmo. Cards and transfers, Panama."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "banistmo",
        "Banistmo",
        ("banistmo.com",),
        "PA",
        "USD",
        aliases=("banistmo",),
    ),
)
