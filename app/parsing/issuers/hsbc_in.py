"""HSBC India. Card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "hsbc-in",
        "HSBC India",
        ("hsbc.co.in",),
        "IN",
        "INR",
        (
            Format(
                "card-spend",
                OUT,
                "your Credit card no ending with {account},has been used for {amount} for payment to {counterparty} on {date} at {time}",
                Kind.PURCHASE,
                Sample(
                    "your Credit card no ending with 5518,has been used for INR 887.40 for payment to FOREVER FOODS LIMITED on 01 May 2026 at 21:22.",
                    "887.40 INR",
                    counterparty="FOREVER FOODS LIMITED",
                    account="5518",
                    when="2026-05-01T21:22:00",
                ),
                seen=True,
            ),
            Format(
                "card-transaction",
                OUT,
                "your HSBC Credit Card {account} was used for a transaction of {amount} at {counterparty} on {date}",
                Kind.PURCHASE,
                Sample(
                    "your HSBC Credit Card xx1234 was used for a transaction of INR 978.00 at FERN & CO on 26/05/26. If not done by you, call us.",
                    "978.00 INR",
                    counterparty="FERN & CO",
                    account="1234",
                    when="2026-05-26",
                ),
            ),
            Format(
                "card-credit",
                IN,
                "We have received [credits|credit|payment] of {amount} on your HSBC credit card ending with {account} on {date}",
                Kind.BILL_PAYMENT,
                Sample(
                    "We have received credits of ₹ 5,000.00 on your HSBC credit card ending with 1234 on 15/05/2026.",
                    "5000.00 INR",
                    account="1234",
                    when="2026-05-15",
                ),
            ),
        ),
    ),
)
