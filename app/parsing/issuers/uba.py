"""UBA. Card and account alerts, Nigeria."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "uba",
        "UBA",
        ("ubagroup.com",),
        "NG",
        "NGN",
    ),
)
