"""Swiggy. Food orders."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "swiggy",
        "Swiggy",
        ("swiggy.in",),
        "IN",
        "INR",
        (
            Layout(
                "delivered",
                OUT,
                "your order was delivered",
                {
                    "Paid Via UPI": "amount",
                    "Paid Via Credit/Debit Card": "amount",
                    "Paid Via Bank": "amount",
                    "Paid Via Wallet": "amount",
                },
                Kind.PURCHASE,
                Sample(
                    "Greetings from Swiggy\nYour order was delivered within 32 minutes. Order No: 204718436806\n2 x Paneer Thali | ₹ 380\nItem Total | ₹ 380\nDiscount (TRYNEW) | - ₹ 120\nDelivery partner fee | ₹ 35\nTaxes | ₹ 17\nPaid Via UPI | ₹ 312\nOrder delivered at | 22 Feb 2026 9:38 PM",
                    "312 INR",
                    counterparty="Swiggy",
                    when="2026-02-22",
                    reference="204718436806",
                    subject="Your Swiggy order was delivered",
                ),
                counterparty="Swiggy",
                also=(
                    "Order No: {reference}",
                    "Order delivered at[:] {date} {word} [AM|PM]",
                ),
                seen=True,
            ),
        ),
    ),
)
