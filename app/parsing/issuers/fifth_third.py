"""Fifth Third Bank. Card and account alerts, United States."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "fifth-third",
        "Fifth Third Bank",
        ("53.com",),
        "US",
        "USD",
        month_first=True,
    ),
)
