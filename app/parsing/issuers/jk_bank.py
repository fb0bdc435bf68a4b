"""Jammu and Kashmir Bank. Account and card alerts."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "jk-bank",
        "J&K Bank",
        (
            "jkbank.com",
            "jkbankonline.com",
            "jkb.bank.in",
        ),
        "IN",
        "INR",
        aliases=("jkbank",),
    ),
)
