"""BNI. QRIS payments and transfers, Indonesia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bni",
        "BNI",
        ("bni.co.id",),
        "ID",
        "IDR",
    ),
)
