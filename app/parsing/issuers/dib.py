"""Dubai Islamic Bank. Card and account alerts, United Arab Emirates."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "dib",
        "Dubai Islamic Bank",
        ("dib.ae",),
        "AE",
        "AED",
    ),
)
