"""FirstBank. Card and account alerts, Nigeria."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "first-bank",
        "FirstBank",
        (
            "firstbanknigeria.com",
            "firstbankng.com",
        ),
        "NG",
        "NGN",
    ),
)
