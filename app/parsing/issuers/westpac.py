"""Westpac. Card and account alerts, Australia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "westpac",
        "Westpac",
        ("westpac.com.au",),
        "AU",
        "AUD",
        aliases=("westpac",),
    ),
)
