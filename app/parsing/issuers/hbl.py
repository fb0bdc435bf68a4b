"""HBL. Card and account alerts, Pakistan."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "hbl",
        "HBL",
        ("hbl.com",),
        "PK",
        "PKR",
    ),
)
