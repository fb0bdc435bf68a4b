"""USAA. Account alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Notice, Sample

ISSUERS = (
    Issuer(
        "usaa",
        "USAA",
        ("usaa.com",),
        "US",
        "USD",
        (
            Format(
                "debit",
                OUT,
                "{amount} came out of your account ending in {account}. To: [USAA DEBIT|{counterparty}] Date: {date}",
                Kind.OTHER,
                Sample(
                    "$48.75 came out of your account ending in 5512.\nTo:\nUSAA DEBIT\nDate:\n01/27/26",
                    "48.75 USD",
                    account="5512",
                    when="2026-01-27",
                ),
                seen=True,
            ),
            Format(
                "deposit",
                IN,
                "You received a deposit of {amount} to your account ...{account}. From: {counterparty} To: ...{word} Date: {date}",
                Kind.TRANSFER,
                Sample(
                    "You received a deposit of $500.00 to your account ...5512.\nFrom:\nELM STREET TRANSFER CR\nTo:\n...5512\nDate:\n01/30/2026",
                    "500.00 USD",
                    counterparty="ELM STREET TRANSFER CR",
                    account="5512",
                    when="2026-01-30",
                ),
            ),
        ),
        notices=(
            Notice(
                "balance",
                "available in your account ...{word}. Account number:",
                "You have $61.20 available in your account ...5512.\nAccount number:\n...5512",
            ),
        ),
        month_first=True,
    ),
)
