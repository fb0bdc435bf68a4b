"""Freecharge. Recharges, bills and UPI."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "freecharge",
        "Freecharge",
        (
            "freecharge.in",
            "freecharge.com",
        ),
        "IN",
        "INR",
        (
            Format(
                "recharge",
                OUT,
                "[recharge|bill payment|payment] of {amount} for {counterparty} [was|is|has been] successful",
                Kind.BILL_PAYMENT,
                Sample(
                    "Your recharge of Rs.299 for Jio Prepaid 98XXXXXX11 was successful. Order ID FC6120099.",
                    "299 INR",
                    counterparty="Jio Prepaid 98XXXXXX11",
                ),
            ),
        ),
        aliases=("freecharge",),
    ),
)
