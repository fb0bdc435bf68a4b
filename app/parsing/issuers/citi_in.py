"""Citi India. Card alerts of the years before Axis took the cards over."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "citi-in",
        "Citi India",
        ("citibank.co.in",),
        "IN",
        "INR",
        (
            Format(
                "card-spend",
                OUT,
                "{amount} was spent on your Credit Card {account} on {date} at {counterparty}. Available",
                Kind.PURCHASE,
                Sample(
                    "Rs. 4,980.00 was spent on your Credit Card 5425XXXXXXXX7781 on 20-JAN-26 at ORIENT OPTICS. Available",
                    "4980.00 INR",
                    counterparty="ORIENT OPTICS",
                    account="7781",
                    when="2026-01-20",
                ),
                seen=True,
            ),
        ),
    ),
)
