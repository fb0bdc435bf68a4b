"""BRI. QRIS payments and transfers, Indonesia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bri",
        "BRI",
        ("bri.co.id",),
        "ID",
        "IDR",
    ),
)
