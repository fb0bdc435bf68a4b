"""ASB. Card and account alerts, New Zealand."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "asb",
        "ASB",
        ("asb.co.nz",),
        "NZ",
        "NZD",
    ),
)
