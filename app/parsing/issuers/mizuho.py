"""みずほ銀行. Debit card alerts, Japan."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "mizuho",
        "みずほ銀行",
        ("mizuhobank.co.jp",),
        "JP",
        "JPY",
    ),
)
