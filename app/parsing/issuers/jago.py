"""Bank Jago. QRIS payments and transfers, Indonesia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "jago",
        "Bank Jago",
        ("jago.com",),
        "ID",
        "IDR",
    ),
)
