"""PicPay. Card and Pix, Brazil."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "picpay",
        "PicPay",
        ("picpay.com",),
        "BR",
        "BRL",
        aliases=("picpay",),
    ),
)
