"""BMO. Card and account alerts, Canada and United States."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bmo",
        "BMO",
        (
            "bmo.com",
            "bmoharris.com",
        ),
        "CA",
        "CAD",
    ),
)
