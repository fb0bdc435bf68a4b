"""HSBC México. Cards and transfers, Mexico."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "hsbc-mx",
        "HSBC México",
        ("hsbc.com.mx",),
        "MX",
        "MXN",
    ),
)
