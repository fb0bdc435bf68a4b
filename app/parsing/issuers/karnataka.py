"""Karnataka Bank. Account and card alerts."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "karnataka",
        "Karnataka Bank",
        (
            "ktkbank.com",
            "ktkbank.in",
            "karnatakabank.com",
            "karnatakabank.bank.in",
        ),
        "IN",
        "INR",
        aliases=("karnatakabank",),
    ),
)
