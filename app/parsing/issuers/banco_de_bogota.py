"""Banco de Bogotá. Cards and transfers, Colombia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "banco-de-bogota",
        "Banco de Bogotá",
        (
            "bancodebogota.com",
            "bancodebogota.com.co",
        ),
        "CO",
        "COP",
        aliases=("bancodebogota",),
    ),
)
