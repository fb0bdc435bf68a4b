"""BBVA Perú. Cards and transfers, Peru."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bbva-pe",
        "BBVA Perú",
        ("bbva.pe",),
        "PE",
        "PEN",
    ),
)
