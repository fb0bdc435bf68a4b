"""Bangkok Bank. Card and account alerts, Thailand."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bangkok-bank",
        "Bangkok Bank",
        ("bangkokbank.com",),
        "TH",
        "THB",
        aliases=("bangkokbank",),
    ),
)
