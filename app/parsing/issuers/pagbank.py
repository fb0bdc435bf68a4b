"""PagBank. Account alerts and receipts, Brazil."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "pagbank",
        "PagBank",
        (
            "pagbank.com.br",
            "pagseguro.com.br",
        ),
        "BR",
        "BRL",
    ),
)
