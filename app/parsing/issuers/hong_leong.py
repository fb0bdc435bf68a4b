"""Hong Leong Bank. Card and account alerts, Malaysia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "hong-leong",
        "Hong Leong Bank",
        (
            "hlbb.hongleong.com.my",
            "hlb.com.my",
        ),
        "MY",
        "MYR",
        aliases=("hongleong",),
    ),
)
