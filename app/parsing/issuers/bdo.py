"""BDO. Card and account alerts, Philippines."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bdo",
        "BDO",
        ("bdo.com.ph",),
        "PH",
        "PHP",
        month_first=True,
    ),
)
