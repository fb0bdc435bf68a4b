"""Bank of Ireland. Card and account alerts, Ireland."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bank-of-ireland",
        "Bank of Ireland",
        (
            "boi.com",
            "bankofireland.com",
        ),
        "IE",
        "EUR",
        aliases=("bankofireland",),
    ),
)
