"""Starling Bank. Payments sent."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

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
                seen=True,
            ),
            Layout(
                "received",
                IN,
                "you've just received a payment",
                {"From": "counterparty", "Amount": "amount", "When": "datetime"},
                Kind.TRANSFER,
                Sample(
                    "You've just received a payment\nFrom | P ADEYEMI\nAmount | £60.00\nWhen | 6 May 2026, 10:14",
                    "60.00 GBP",
                    counterparty="P ADEYEMI",
                    when="2026-05-06T10:14:00",
                ),
            ),
            Format(
                "card-spend",
                OUT,
                "You spent {amount} at {counterparty} with your Starling [card|Mastercard|debit card]",
                Kind.PURCHASE,
                Sample("You spent £7.80 at HATCH COFFEE with your Starling card.", "7.80 GBP", counterparty="HATCH COFFEE"),
                also=("card on {datetime}",),
            ),
        ),
        aliases=("starling",),
    ),
)
