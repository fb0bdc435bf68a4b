"""OVO. QRIS payments and transfers, Indonesia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "ovo",
        "OVO",
        ("ovo.id",),
        "ID",
        "IDR",
    ),
)
