"""Al Rajhi Bank. Card and account alerts, Saudi Arabia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "al-rajhi",
        "Al Rajhi Bank",
        (
            "alrajhibank.com.sa",
            "alrajhibank.com",
        ),
        "SA",
        "SAR",
        aliases=("alrajhi",),
    ),
)
