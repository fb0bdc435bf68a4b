"""Nedbank. Card and account alerts, South Africa."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "nedbank",
        "Nedbank",
        ("nedbank.co.za",),
        "ZA",
        "ZAR",
        aliases=("nedbank",),
    ),
)
