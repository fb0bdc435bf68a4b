"""Commercial Bank of Ceylon. Card and account alerts, Sri Lanka."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "combank-lk",
        "Commercial Bank of Ceylon",
        (
            "combank.net",
            "combank.lk",
        ),
        "LK",
        "LKR",
        aliases=("combank",),
    ),
)
