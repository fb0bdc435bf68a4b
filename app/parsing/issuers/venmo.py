"""Venmo. Payments between people."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "venmo",
        "Venmo",
        ("venmo.com",),
        "US",
        "USD",
        (
            Format(
                "paid",
                OUT,
                "You paid {counterparty} {amount} {words} Date: {date} Completed via your bank account ending in {account}. Payment ID: {reference}",
                Kind.TRANSFER,
                Sample(
                    "You paid Jules Hartman\n$22.40\nPottery class 🏺\nDate: March 24, 2026\nCompleted via your bank account ending in 6642.\nPayment ID: 3941827745509182773",
                    "22.40 USD",
                    counterparty="Jules Hartman",
                    account="6642",
                    when="2026-03-24",
                    reference="3941827745509182773",
                ),
                seen=True,
            ),
            Format(
                "received",
                IN,
                "{counterparty} paid you {amount} {words} Transfer Date and Amount: {date} [PST|PDT|EST|EDT|CST|CDT|MST|MDT] · {balance} Payment ID: {reference}",
                Kind.TRANSFER,
                Sample(
                    "Jules Hartman paid you\n$42.00\nDinner split\nTransfer Date and Amount:\nJan 11, 2026 PST · $42.00\nPayment ID: 3881120045918273645",
                    "42.00 USD",
                    counterparty="Jules Hartman",
                    when="2026-01-11",
                    reference="3881120045918273645",
                ),
                seen=True,
            ),
        ),
        month_first=True,
        aliases=("venmo",),
    ),
)
