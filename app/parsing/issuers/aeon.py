"""イオンカード. Card alerts, Japan."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "aeon",
        "イオンカード",
        (
            "aeon.co.jp",
            "aeonbank.co.jp",
        ),
        "JP",
        "JPY",
    ),
)
