"""İş Bankası. Cards and transfers, Türkiye."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "isbank",
        "İş Bankası",
        ("isbank.com.tr",),
        "TR",
        "TRY",
        aliases=("isbank",),
    ),
)
