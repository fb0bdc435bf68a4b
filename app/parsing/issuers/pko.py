"""PKO Bank Polski. Account and card alerts, Poland."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "pko",
        "PKO Bank Polski",
        (
            "pkobp.pl",
            "ipko.pl",
        ),
        "PL",
        "PLN",
    ),
)
