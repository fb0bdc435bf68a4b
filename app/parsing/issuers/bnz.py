"""BNZ. Card and account alerts, New Zealand."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bnz",
        "BNZ",
        ("bnz.co.nz",),
        "NZ",
        "NZD",
    ),
)
