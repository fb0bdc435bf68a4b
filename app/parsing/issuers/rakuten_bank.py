"""楽天銀行. Debit card alerts, Japan."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "rakuten-bank",
        "楽天銀行",
        ("rakuten-bank.co.jp",),
        "JP",
        "JPY",
    ),
)
