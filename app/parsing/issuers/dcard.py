"""dカード. Card alerts, Japan."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "d-card",
        "dカード",
        (
            "dcard.docomo.ne.jp",
            "d-card.jp",
        ),
        "JP",
        "JPY",
    ),
)
