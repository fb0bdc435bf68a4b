"""Mahanagar Gas. Bills and their payment, India."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Notice, Sample

ISSUERS = (
    Issuer(
        "mahanagar-gas",
        "Mahanagar Gas",
        ("mahanagargas.com",),
        "IN",
        "INR",
        (
            Format(
                "bill-paid",
                OUT,
                "payment of {amount} [towards|for] your [MGL|gas] bill {words} has been received on {date}",
                Kind.BILL_PAYMENT,
                Sample(
                    "We thank you. Your payment of Rs. 812.00 towards your MGL bill no. 2605290527 has been received on 18-05-2026.",
                    "812.00 INR",
                    counterparty="Mahanagar Gas",
                    when="2026-05-18",
                ),
                counterparty="Mahanagar Gas",
            ),
        ),
        notices=(
            Notice(
                "statement",
                "bill no. {word} for {balance} dated {date} has been generated",
                "Dear Consumer, your bill no. 2605290527 for Rs. 812.00 dated 01-05-2026 has been generated. Due date 20-05-2026.",
            ),
        ),
    ),
)
