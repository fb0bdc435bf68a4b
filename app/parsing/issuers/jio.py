"""Jio. Recharges and bills."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "jio",
        "Jio",
        ("jio.com",),
        "IN",
        "INR",
        (
            Format(
                "recharge",
                OUT,
                "[Recharge|recharge|payment|Payment] of {amount} [for|on] [your |]Jio [Number|number|No.] {words} [is|was|has been] successful",
                Kind.BILL_PAYMENT,
                Sample("Recharge of Rs. 299.00 for your Jio Number 98XXXXXX22 is successful.", "299.00 INR", counterparty="Jio"),
                counterparty="Jio",
            ),
        ),
    ),
)
