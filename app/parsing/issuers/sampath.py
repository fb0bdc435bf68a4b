"""Sampath Bank. Card and account alerts, Sri Lanka."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "sampath",
        "Sampath Bank",
        ("sampath.lk",),
        "LK",
        "LKR",
        aliases=("sampath",),
    ),
)
