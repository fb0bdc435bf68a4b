"""신한카드. Account and card alerts, Korea."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "shinhan",
        "신한카드",
        (
            "shinhan.com",
            "shinhancard.com",
        ),
        "KR",
        "KRW",
    ),
)
