"""セゾンカード. Card alerts, Japan."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "saison",
        "セゾンカード",
        ("saisoncard.co.jp",),
        "JP",
        "JPY",
    ),
)
