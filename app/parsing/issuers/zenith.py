"""Zenith Bank. Account alerts, Nigeria."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "zenith",
        "Zenith Bank",
        ("zenithbank.com",),
        "NG",
        "NGN",
        (
            Layout(
                "pos-debit",
                OUT,
                "a transaction has occurred on your account&&debit alert&&pos/",
                {
                    "Account Number": "account",
                    "Description": "counterparty",
                    "Reference Number": "reference",
                    "Transaction Date": "datetime",
                    "Transaction Amount": "amount",
                },
                Kind.PURCHASE,
                Sample(
                    "This is to inform you that a transaction has occurred on your account with Zenith Bank with details below:\nAccount Number | 2009***612\nDescription | POS/WEB PMT MEDPLUS IKEJA\nReference Number | 4471902\nTransaction Date | 20/01/2026 14:30\nValue Date | 20/01/2026\nTransaction Amount | NGN 45,000.00 DR\nAvailable Balance | NGN 118,402.55",
                    "45000.00 NGN",
                    counterparty="POS/WEB PMT MEDPLUS IKEJA",
                    account="612",
                    when="2026-01-20T14:30:00",
                    reference="4471902",
                    subject="Zenith Bank Debit Alert",
                ),
                seen=True,
            ),
            Layout(
                "credit",
                IN,
                "a transaction has occurred on your account&&credit alert",
                {
                    "Account Number": "account",
                    "Description": "counterparty",
                    "Reference Number": "reference",
                    "Transaction Date": "datetime",
                    "Transaction Amount": "amount",
                },
                Kind.TRANSFER,
                Sample(
                    "This is to inform you that a transaction has occurred on your account with Zenith Bank with details below:\nAccount Number | 2009***612\nDescription | NIP/GTB/ADAEZE SAMPLE/RENT\nReference Number | 4471902\nTransaction Date | 20/01/2026 14:30\nValue Date | 20/01/2026\nTransaction Amount | NGN 12,000.00 CR\nAvailable Balance | NGN 118,402.55",
                    "12000.00 NGN",
                    counterparty="NIP/GTB/ADAEZE SAMPLE/RENT",
                    account="612",
                    when="2026-01-20T14:30:00",
                    reference="4471902",
                    subject="Zenith Bank Credit Alert",
                ),
            ),
        ),
        aliases=("zenithbank",),
    ),
)
