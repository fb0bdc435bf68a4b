"""DANA. QRIS payments and transfers, Indonesia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "dana",
        "DANA",
        ("dana.id",),
        "ID",
        "IDR",
    ),
)
