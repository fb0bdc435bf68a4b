"""Grab. Receipts of rides and orders, South-East Asia."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "grab",
        "Grab",
        ("grab.com",),
        "MY",
        "MYR",
        (
            Layout(
                "receipt",
                OUT,
                "grab&&total paid&&booking",
                {
                    "Total Paid": "amount",
                    "Booking code": "reference",
                    "Booking ID": "reference",
                    "Payment Method": "account",
                    "DATE | TIME": "datetime",
                    "Date": "datetime",
                    "Time": "datetime",
                },
                Kind.PURCHASE,
                Sample(
                    "Grab\nHope you had an enjoyable ride!\nTOTAL | RM 23.00\nDATE | TIME | 08 Mar 26 19:21 +0800\nBooking code | A-8F2KQ7WGWGVFAV\nRide Fare | RM 21.00\nPlatform & Partner Fee | RM 3.00\nDiscount | -RM 1.00\nTotal Paid | RM 23.00\nPayment Method | Visa 2417",
                    "23.00 MYR",
                    counterparty="Grab",
                    account="2417",
                    when="2026-03-08T19:21:00+08:00",
                    reference="A-8F2KQ7WGWGVFAV",
                ),
                counterparty="Grab",
                seen=True,
            ),
        ),
        shop=True,
    ),
)
