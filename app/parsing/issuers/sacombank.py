"""Sacombank. Account and card alerts, Vietnam."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "sacombank",
        "Sacombank",
        (
            "sacombank.com.vn",
            "sacombank.com",
        ),
        "VN",
        "VND",
    ),
)
