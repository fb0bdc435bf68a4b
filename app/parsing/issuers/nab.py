"""NAB. Card and account alerts, Australia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "nab",
        "NAB",
        ("nab.com.au",),
        "AU",
        "AUD",
    ),
)
