"""C6 Bank. Card and Pix, Brazil."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "c6",
        "C6 Bank",
        (
            "c6bank.com.br",
            "c6bank.com",
        ),
        "BR",
        "BRL",
        aliases=("c6bank",),
    ),
)
