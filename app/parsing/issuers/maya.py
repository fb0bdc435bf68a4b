"""Maya. Wallet, Philippines."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "maya",
        "Maya",
        (
            "maya.ph",
            "paymaya.com",
            "mayabank.ph",
        ),
        "PH",
        "PHP",
        (
            Format(
                "received",
                IN,
                "You received {amount} from {counterparty} {datetime} Reference ID: {groups}",
                Kind.TRANSFER,
                Sample(
                    "You received ₱850.00 from JONAS V.\nApr 4, 2026, 6:43 PM\nReference ID: B7F2 910C 44AE\nEarn up to 15% p.a.",
                    "850.00 PHP",
                    counterparty="JONAS V.",
                    when="2026-04-04T18:43:00",
                    reference="B7F2 910C 44AE",
                ),
                seen=True,
            ),
        ),
        month_first=True,
        aliases=("paymaya",),
    ),
)
