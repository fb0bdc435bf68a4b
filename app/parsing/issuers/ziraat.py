"""Ziraat Bankası. Cards and transfers, Türkiye."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "ziraat",
        "Ziraat Bankası",
        (
            "ziraatbank.com.tr",
            "ziraatbank.com",
        ),
        "TR",
        "TRY",
        aliases=("ziraatbank",),
    ),
)
