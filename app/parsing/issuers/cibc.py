"""CIBC. Card and account alerts, Canada."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "cibc",
        "CIBC",
        ("cibc.com",),
        "CA",
        "CAD",
        aliases=("cibc",),
    ),
)
