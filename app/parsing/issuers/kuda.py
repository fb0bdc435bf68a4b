"""Kuda. Card and account alerts, Nigeria."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "kuda",
        "Kuda",
        (
            "kuda.com",
            "kudabank.com",
        ),
        "NG",
        "NGN",
        aliases=("kuda",),
    ),
)
