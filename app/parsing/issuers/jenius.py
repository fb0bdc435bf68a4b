"""Jenius. Account and card alerts, Indonesia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "jenius",
        "Jenius",
        (
            "jenius.com",
            "btpn.com",
            "smbci.com",
        ),
        "ID",
        "IDR",
    ),
)
