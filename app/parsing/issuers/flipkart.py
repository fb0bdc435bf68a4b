"""Flipkart. Refunds that have been credited; offers and orders move no money."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, Format, Issuer, Notice, Sample

ISSUERS = (
    Issuer(
        "flipkart",
        "Flipkart",
        ("flipkart.com",),
        "IN",
        "INR",
        (
            Format(
                "refund",
                IN,
                "refund of {amount} [for your order {words} |][has been|was] [credited|processed] to your [bank account|account|card|source account|SuperCoins] on {date}",
                Kind.REFUND,
                Sample(
                    "Your refund of ₹1,299 for your order OD4312 has been credited to your bank account on 06 May 2026.",
                    "1299 INR",
                    counterparty="Flipkart",
                    when="2026-05-06",
                ),
                counterparty="Flipkart",
            ),
        ),
        notices=(
            Notice(
                "promotion",
                "Pay Later limit of {balance} is ready",
                "Asha, your Flipkart Pay Later limit of ₹2,00,000 is ready. Activate now.",
            ),
        ),
        shop=True,
    ),
)
