"""First Abu Dhabi Bank. Card and account alerts, United Arab Emirates."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "fab",
        "First Abu Dhabi Bank",
        ("bankfab.com",),
        "AE",
        "AED",
        aliases=("bankfab",),
    ),
)
