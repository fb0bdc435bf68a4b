"""I&M Bank. Account alerts, Kenya."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "im-bank",
        "I&M Bank",
        (
            "imbank.co.ke",
            "imbankgroup.com",
        ),
        "KE",
        "KES",
    ),
)
