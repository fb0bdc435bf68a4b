"""CaixaBank. Cards and transfers, Spain."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "caixabank",
        "CaixaBank",
        (
            "caixabank.es",
            "caixabank.com",
            "lacaixa.es",
        ),
        "ES",
        "EUR",
        aliases=("caixabank",),
    ),
)
