"""Netflix. Receipts of the subscription."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "netflix",
        "Netflix",
        ("netflix.com",),
        "US",
        "USD",
        (
            Layout(
                "receipt",
                OUT,
                "your payment has been received",
                {"Amount charged": "amount", "Date": "date", "Payment method": "account"},
                Kind.PURCHASE,
                Sample(
                    "Your payment has been received\nPlan: Premium\nAmount charged: ₹649.00 (incl. ₹99.00 GST)\nDate: 5 June 2026\nPayment method: •••• •••• •••• 5207\nNext billing date: 5 July 2026",
                    "649.00 INR",
                    counterparty="Netflix",
                    account="5207",
                    when="2026-06-05",
                ),
                counterparty="Netflix",
                seen=True,
            ),
            Layout(
                "payment-received",
                OUT,
                "your payment was received",
                {"Amount": "amount", "Date": "date", "Payment method": "account", "Payment date": "date"},
                Kind.PURCHASE,
                Sample(
                    "Your payment was received\nAmount | ₹649.00\nDate | 12 May 2026\nPayment method | Visa •••• 1234",
                    "649.00 INR",
                    counterparty="Netflix",
                    account="1234",
                    when="2026-05-12",
                ),
                counterparty="Netflix",
            ),
        ),
    ),
)
