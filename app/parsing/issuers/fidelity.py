"""Fidelity. Cash management and card alerts, United States."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "fidelity",
        "Fidelity",
        (
            "fidelity.com",
            "fidelityrewards.com",
        ),
        "US",
        "USD",
        month_first=True,
        aliases=("fidelity",),
    ),
)
