"""Macquarie. Card and account alerts, Australia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "macquarie",
        "Macquarie",
        (
            "macquarie.com",
            "macquarie.com.au",
        ),
        "AU",
        "AUD",
        aliases=("macquarie",),
    ),
)
