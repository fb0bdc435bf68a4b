"""エポスカード. Card alerts, Japan."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "epos",
        "エポスカード",
        (
            "01epos.jp",
            "eposcard.co.jp",
        ),
        "JP",
        "JPY",
    ),
)
