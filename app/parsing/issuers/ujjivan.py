"""Ujjivan Small Finance Bank. Account alerts."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "ujjivan",
        "Ujjivan Small Finance Bank",
        (
            "ujjivansfb.in",
            "ujjivan.com",
            "ujjivan.bank.in",
        ),
        "IN",
        "INR",
        aliases=("ujjivan",),
    ),
)
