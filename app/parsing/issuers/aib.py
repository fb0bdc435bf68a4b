"""AIB. Card and account alerts, Ireland."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "aib",
        "AIB",
        ("aib.ie",),
        "IE",
        "EUR",
    ),
)
