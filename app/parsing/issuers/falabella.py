"""Banco Falabella. Cards and transfers, Chile, Colombia and Peru."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "banco-falabella",
        "Banco Falabella",
        (
            "bancofalabella.cl",
            "bancofalabella.com",
            "bancofalabella.com.co",
            "bancofalabella.com.pe",
        ),
        "CL",
        "CLP",
        aliases=("bancofalabella",),
    ),
)
