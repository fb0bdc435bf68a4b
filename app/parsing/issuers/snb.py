"""SNB. Card and account alerts, Saudi Arabia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "snb",
        "SNB",
        (
            "alahli.com",
            "snb.com.sa",
        ),
        "SA",
        "SAR",
        aliases=("alahli",),
    ),
)
