"""SeaBank. QRIS payments and transfers, Indonesia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "seabank",
        "SeaBank",
        ("seabank.co.id",),
        "ID",
        "IDR",
        aliases=("seabank",),
    ),
)
