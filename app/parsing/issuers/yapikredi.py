"""Yapı Kredi. Cards and transfers, Türkiye."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "yapikredi",
        "Yapı Kredi",
        ("yapikredi.com.tr",),
        "TR",
        "TRY",
        aliases=("yapikredi",),
    ),
)
