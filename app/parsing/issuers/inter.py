"""Banco Inter. Card and Pix, Brazil."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "inter",
        "Banco Inter",
        (
            "bancointer.com.br",
            "inter.co",
        ),
        "BR",
        "BRL",
        aliases=("bancointer",),
    ),
)
