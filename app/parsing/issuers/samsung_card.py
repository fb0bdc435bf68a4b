"""삼성카드. Card alerts, Korea."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "samsung-card",
        "삼성카드",
        (
            "samsungcard.com",
            "samsungcard.co.kr",
        ),
        "KR",
        "KRW",
    ),
)
