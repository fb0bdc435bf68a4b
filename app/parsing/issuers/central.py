"""Central Bank of India. Account and card alerts."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "central-bank",
        "Central Bank of India",
        (
            "centralbankofindia.co.in",
            "centralbank.bank.in",
            "cbi.bank.in",
        ),
        "IN",
        "INR",
    ),
)
