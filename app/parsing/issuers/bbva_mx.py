"""BBVA México. Cards and transfers, Mexico."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bbva-mx",
        "BBVA México",
        (
            "bbva.mx",
            "bbva.com.mx",
        ),
        "MX",
        "MXN",
    ),
)
