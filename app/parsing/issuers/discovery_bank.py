"""Discovery Bank. Account alerts, South Africa."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Notice, Sample

ISSUERS = (
    Issuer(
        "discovery-bank",
        "Discovery Bank",
        ("discovery.bank",),
        "ZA",
        "ZAR",
        (
            Layout(
                "debit-order",
                OUT,
                "debit order paid&&discovery",
                {"Amount": "amount", "Reference": "counterparty", "Date": "datetime"},
                Kind.BILL_PAYMENT,
                Sample(
                    "Discovery Bank\nDebit order paid\nReference: GYMLIFE\nAmount: R 649.00\nDate: 04 Feb 2026",
                    "649.00 ZAR",
                    counterparty="GYMLIFE",
                    when="2026-02-04",
                    subject="Transaction update",
                ),
            ),
        ),
        notices=(
            Notice(
                "declined",
                "Debit order failed",
                "Debit order failed\nFrom Single Facility\nInsufficient funds\nReference: GYMLIFE 5130634000\nR 649.00",
            ),
        ),
    ),
)
