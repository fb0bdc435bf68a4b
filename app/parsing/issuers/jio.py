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
            Format(
                "payment-received",
                OUT,
                "We received your payment of {amount} for your Jio {words} on {date}",
                Kind.BILL_PAYMENT,
                Sample(
                    "We received your payment of ₹239 for your Jio prepaid plan on 18 Jun 2026.",
                    "239 INR",
                    counterparty="Jio",
                    when="2026-06-18",
                ),
                counterparty="Jio",
            ),
        ),
    ),
)
