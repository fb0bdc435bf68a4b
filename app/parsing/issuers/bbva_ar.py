"""BBVA Argentina. Cards and transfers, Argentina."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bbva-ar",
        "BBVA Argentina",
        ("bbva.com.ar",),
        "AR",
        "ARS",
    ),
)
