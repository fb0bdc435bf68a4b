"""PayPay. Payments, card and bank, Japan."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "paypay",
        "PayPay",
        (
            "paypay.ne.jp",
            "paypay-card.co.jp",
            "paypay-bank.co.jp",
        ),
        "JP",
        "JPY",
        aliases=("paypay",),
    ),
)
