"""National Bank of Canada. Account and card alerts, Canada."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "national-bank-ca",
        "National Bank of Canada",
        (
            "nbc.ca",
            "bnc.ca",
        ),
        "CA",
        "CAD",
    ),
)
