"""RHB. Card and account alerts, Malaysia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "rhb",
        "RHB",
        (
            "rhbgroup.com",
            "rhb.com.my",
        ),
        "MY",
        "MYR",
    ),
)
