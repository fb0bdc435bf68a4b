"""Discovery Bank. Account alerts, South Africa."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Layout, Notice, Sample

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
            Format(
                "card-payment",
                OUT,
                "Card payment {counterparty} [–|—|-] {amount} From {words} Card ending {account} {datetime} Available",
                Kind.PURCHASE,
                Sample(
                    "Card payment Astra Juice Park Rand – R 51.00 From Single Facility Card ending ***5302 Monday, 21 May at 08:02 Available balance: R 3,024.40",
                    "51.00 ZAR",
                    counterparty="Astra Juice Park Rand",
                    account="5302",
                    when="2026-05-21T08:02:00",
                ),
            ),
            Format(
                "debit-order-paid",
                OUT,
                "Debit order {amount} From {words} Reference: {counterparty} [Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday], {datetime} Available",
                Kind.BILL_PAYMENT,
                Sample(
                    "Debit order R 1,850.94 From Single Facility Reference: SAFELIFE 5130634382-346922274 Friday, 4 May at 22:11 Available balance: R 5,394.83",
                    "1850.94 ZAR",
                    counterparty="SAFELIFE 5130634382-346922274",
                    when="2026-05-04T22:11:00",
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
