"""KeyBank. Account and card alerts, United States."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "keybank",
        "KeyBank",
        (
            "key.com",
            "keybank.com",
        ),
        "US",
        "USD",
        month_first=True,
    ),
)
