"""ADIB. Card and account alerts, United Arab Emirates."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "adib",
        "ADIB",
        (
            "adib.ae",
            "adib.com",
        ),
        "AE",
        "AED",
    ),
)
