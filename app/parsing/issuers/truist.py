"""Truist. Card and account alerts, United States."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "truist",
        "Truist",
        (
            "truist.com",
            "suntrust.com",
            "bbt.com",
        ),
        "US",
        "USD",
        month_first=True,
        aliases=("truist",),
    ),
)
