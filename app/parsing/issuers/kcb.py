"""KCB. Card and account alerts, Kenya."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "kcb",
        "KCB",
        (
            "kcbgroup.com",
            "kcb.co.ke",
        ),
        "KE",
        "KES",
    ),
)
