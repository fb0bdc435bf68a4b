"""NatWest. Account and card alerts, United Kingdom."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "natwest",
        "NatWest",
        (
            "natwest.com",
            "natwest.co.uk",
            "rbs.co.uk",
        ),
        "GB",
        "GBP",
        aliases=("natwest",),
    ),
)
