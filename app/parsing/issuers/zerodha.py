"""Zerodha. Funds added to the trading account."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "zerodha",
        "Zerodha",
        ("zerodha.com",),
        "IN",
        "INR",
        (
            Format(
                "funds-added",
                IN,
                "{amount} has been successfully added to your account on {date} via UPI. Reference number: {reference}",
                Kind.TOPUP,
                Sample(
                    "₹25,000.00 has been successfully added to your account on 2026-02-12 via UPI.\nReference number: 604311196721.",
                    "25000.00 INR",
                    when="2026-02-12",
                    reference="604311196721",
                ),
                seen=True,
            ),
        ),
    ),
)
