"""Banco Galicia. Cards and transfers, Argentina."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "galicia",
        "Banco Galicia",
        (
            "bancogalicia.com.ar",
            "galicia.ar",
        ),
        "AR",
        "ARS",
        aliases=("bancogalicia",),
    ),
)
