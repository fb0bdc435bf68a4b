"""Karur Vysya Bank. Account and card alerts."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "kvb",
        "Karur Vysya Bank",
        (
            "kvb.co.in",
            "kvbmail.com",
            "kvb.bank.in",
        ),
        "IN",
        "INR",
    ),
)
