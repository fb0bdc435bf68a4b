"""Maybank. Card transactions."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "maybank",
        "Maybank",
        ("maybank.com.my",),
        "MY",
        "MYR",
        (
            Layout(
                "debit-card",
                OUT,
                "was made on your maybank",
                {"Date & time": "datetime", "Merchant name": "counterparty", "Reference number": "reference"},
                Kind.PURCHASE,
                Sample(
                    "Dear Customer,\nA transaction of RM 64.50 was made on your Maybank Debit Card Visa **** **** **** 2417.\nDate & time\n25 Apr 2026, 8:12 PM\nMerchant name\nCINEPLEX - SOUTHGATE JB\nReference number\n620611440287\nApproval code\n330518\n* Actual transaction amount in MYR will reflect once processed. It will include the overseas transaction fee and admin fee (1.00%).",
                    "64.50 MYR",
                    counterparty="CINEPLEX - SOUTHGATE JB",
                    account="2417",
                    when="2026-04-25T20:12:00",
                    reference="620611440287",
                    subject="Maybank Debit Card transaction",
                ),
                also=("A transaction of {amount} was made on your Maybank {words} {account}.",),
                seen=True,
            ),
        ),
        aliases=("maybank",),
    ),
)
