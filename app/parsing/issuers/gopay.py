"""GoPay. QRIS payments and transfers, Indonesia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "gopay",
        "GoPay",
        (
            "gojek.com",
            "gopay.co.id",
        ),
        "ID",
        "IDR",
        aliases=("gopay",),
    ),
)
