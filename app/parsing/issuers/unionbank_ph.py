"""UnionBank. Card and account alerts, Philippines."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "unionbank-ph",
        "UnionBank",
        (
            "unionbankph.com",
            "unionbank.com.ph",
        ),
        "PH",
        "PHP",
        month_first=True,
    ),
)
