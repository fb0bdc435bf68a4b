"""stc bank. Wallet and card alerts, Saudi Arabia."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "stc-bank",
        "stc bank",
        (
            "stcbank.com.sa",
            "stcpay.com.sa",
        ),
        "SA",
        "SAR",
    ),
)
