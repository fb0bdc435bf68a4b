"""BNP Paribas. Cards and transfers, France."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bnp",
        "BNP Paribas",
        (
            "bnpparibas.com",
            "bnpparibas.fr",
            "bnpparibas.net",
            "hellobank.fr",
        ),
        "FR",
        "EUR",
        aliases=("bnpparibas",),
    ),
)
