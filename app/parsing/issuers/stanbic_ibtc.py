"""Stanbic IBTC. Account alerts, Nigeria."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "stanbic-ibtc",
        "Stanbic IBTC",
        (
            "stanbicibtc.com",
            "stanbicibtcbank.com",
        ),
        "NG",
        "NGN",
    ),
)
