"""PermataBank. Account and card alerts, Indonesia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "permata",
        "PermataBank",
        (
            "permatabank.co.id",
            "permatabank.com",
        ),
        "ID",
        "IDR",
    ),
)
