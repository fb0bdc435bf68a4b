"""토스. Account and card alerts, Korea."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "toss",
        "토스",
        (
            "toss.im",
            "tossbank.com",
        ),
        "KR",
        "KRW",
    ),
)
