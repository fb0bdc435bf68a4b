"""ANZ. Card and account alerts, Australia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "anz",
        "ANZ",
        (
            "anz.com",
            "anz.com.au",
        ),
        "AU",
        "AUD",
    ),
)
