"""Citizens Bank. Card and account alerts, United States."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "citizens",
        "Citizens Bank",
        (
            "citizensbank.com",
            "citizensbankonline.com",
        ),
        "US",
        "USD",
        month_first=True,
        aliases=("citizensbank",),
    ),
)
