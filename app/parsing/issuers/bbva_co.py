"""BBVA Colombia. Cards and transfers, Colombia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bbva-co",
        "BBVA Colombia",
        ("bbva.com.co",),
        "CO",
        "COP",
    ),
)
