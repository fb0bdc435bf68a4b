"""Jupiter. UPI payments and cards of its partner banks."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "jupiter",
        "Jupiter",
        ("jupiter.money",),
        "IN",
        "INR",
        (
            Layout(
                "upi-paid",
                OUT,
                "your upi payment&&was successful&&you paid",
                {
                    "You paid": "amount",
                    "Paid to": "counterparty",
                    "Date": "datetime",
                    "From": "account",
                    "Bank reference Number": "reference",
                },
                Kind.TRANSFER,
                Sample(
                    "Your UPI payment was successful\nYou paid | ₹349\nPaid to | SPROUT SALADS\nDate | 06 May 2026, 01:22 PM\nFrom | Federal Bank\nTransaction ID | JPTR61266\nBank reference Number | 612611224488",
                    "349 INR",
                    counterparty="SPROUT SALADS",
                    when="2026-05-06T13:22:00",
                    reference="612611224488",
                ),
            ),
        ),
    ),
)
