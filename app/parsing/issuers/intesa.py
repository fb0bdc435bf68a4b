"""Intesa Sanpaolo. Cards and transfers, Italy."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "intesa",
        "Intesa Sanpaolo",
        ("intesasanpaolo.com",),
        "IT",
        "EUR",
        aliases=("intesasanpaolo",),
    ),
)
