"""Metrobank. Card and account alerts, Philippines."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "metrobank",
        "Metrobank",
        ("metrobank.com.ph", "metrobankcard.com"),
        "PH",
        "PHP",
        month_first=True,
        aliases=("metrobank",),
    ),
)
