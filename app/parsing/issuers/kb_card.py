"""KB국민카드. Account and card alerts, Korea."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "kb-card",
        "KB국민카드",
        (
            "kbcard.com",
            "kbstar.com",
        ),
        "KR",
        "KRW",
    ),
)
