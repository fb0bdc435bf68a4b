"""Public Bank. Card and account alerts, Malaysia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "public-bank",
        "Public Bank",
        (
            "publicbank.com.my",
            "pbebank.com",
        ),
        "MY",
        "MYR",
        aliases=("pbebank",),
    ),
)
