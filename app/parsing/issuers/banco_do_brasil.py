"""Banco do Brasil. Card and Pix, Brazil."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "banco-do-brasil",
        "Banco do Brasil",
        ("bb.com.br",),
        "BR",
        "BRL",
    ),
)
