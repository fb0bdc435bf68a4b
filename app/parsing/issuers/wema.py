"""Wema Bank and ALAT. Account alerts, Nigeria."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "wema",
        "Wema Bank",
        (
            "wemabank.com",
            "alat.ng",
        ),
        "NG",
        "NGN",
        (
            Format(
                "credit",
                IN,
                "Your account {account} has been credited with {amount} by {counterparty} on {date}",
                Kind.TRANSFER,
                Sample(
                    "Your account 01****7720 has been credited with 5,600.00 NGN by KUNLE SAMPLE BANJO on 13/03/2026.\nAvailable Balance: 14,250.11 NGN",
                    "5600.00 NGN",
                    counterparty="KUNLE SAMPLE BANJO",
                    account="7720",
                    when="2026-03-13",
                ),
                seen=True,
            ),
            Format(
                "debit",
                OUT,
                "Your account {account} has been debited with {amount} [by|to|for] {counterparty} on {date}",
                Kind.TRANSFER,
                Sample(
                    "Your account 01****7720 has been debited with 1,100.00 NGN for AIRTIME SAMPLE MART on 14/03/2026.\nAvailable Balance: 13,150.11 NGN",
                    "1100.00 NGN",
                    counterparty="AIRTIME SAMPLE MART",
                    account="7720",
                    when="2026-03-14",
                ),
            ),
        ),
        aliases=("wema",),
    ),
)
