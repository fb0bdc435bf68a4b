"""BOC Hong Kong. Card and account alerts, Hong Kong."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bochk",
        "BOC Hong Kong",
        ("bochk.com",),
        "HK",
        "HKD",
        aliases=("bochk",),
    ),
)
