"""comdirect. Cards and bookings, Germany."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "comdirect",
        "comdirect",
        ("comdirect.de",),
        "DE",
        "EUR",
        aliases=("comdirect",),
    ),
)
