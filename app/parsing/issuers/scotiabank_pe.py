"""Scotiabank Perú. Cards and transfers, Peru."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "scotiabank-pe",
        "Scotiabank Perú",
        (
            "scotiabank.pe",
            "scotiabank.com.pe",
        ),
        "PE",
        "PEN",
    ),
)
