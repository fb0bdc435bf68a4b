"""ソニー銀行. Debit card alerts, Japan."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "sony-bank",
        "ソニー銀行",
        (
            "sonybank.jp",
            "sonybank.net",
        ),
        "JP",
        "JPY",
    ),
)
