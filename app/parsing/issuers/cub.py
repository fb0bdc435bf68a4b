"""City Union Bank. Account alerts."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "cub",
        "City Union Bank",
        (
            "cityunionbank.com",
            "cityunionbank.in",
            "cityunionbank.bank.in",
            "cub.bank.in",
        ),
        "IN",
        "INR",
        aliases=("cityunionbank",),
    ),
)
