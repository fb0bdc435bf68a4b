"""Starling Bank. Payments sent."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "starling",
        "Starling Bank",
        ("starlingbank.com",),
        "GB",
        "GBP",
        (
            Layout(
                "sent",
                OUT,
                "you've just sent a payment",
                {"To": "counterparty", "Amount": "amount", "When": "datetime"},
                Kind.TRANSFER,
                Sample(
                    "Starling\nYou’ve just sent a payment from your personal account.\nTo | P Abernathy Lettings\nSort code | 04-00-04\nAmount | £460.00\nReference | FLAT 2 JAN\nWhen | 19/01/2026 14:10\nStarling Bank, 5th Floor London Fruit and Wool Exchange. Call 0207 930 4450.",
                    "460.00 GBP",
                    counterparty="P Abernathy Lettings",
                    when="2026-01-19T14:10:00",
                    subject="Payment sent",
                ),
            ),
        ),
        aliases=("starling",),
    ),
)
