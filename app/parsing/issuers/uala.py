"""Ualá. Cards and transfers, Argentina, Mexico and Colombia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "uala",
        "Ualá",
        (
            "uala.com.ar",
            "uala.mx",
            "uala.com.co",
        ),
        "AR",
        "ARS",
        aliases=("ualá",),
    ),
)
