"""Security Bank. Account and card alerts, Philippines."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "security-bank",
        "Security Bank",
        (
            "securitybank.com.ph",
            "securitybank.com",
        ),
        "PH",
        "PHP",
    ),
)
