"""Santander Brasil. Card and Pix, Brazil."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "santander-br",
        "Santander Brasil",
        ("santander.com.br",),
        "BR",
        "BRL",
    ),
)
