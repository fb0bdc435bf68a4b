"""Access Bank. AccessAlert, Nigeria."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "access",
        "Access Bank",
        ("accessbankplc.com",),
        "NG",
        "NGN",
        (
            Layout(
                "credit",
                IN,
                "credit amount&&account number",
                {
                    "Credit Amount": "amount",
                    "Account Number": "account",
                    "Description": "counterparty",
                    "Transaction Date": "datetime",
                    "Reference Number": "reference",
                    "Reference": "reference",
                },
                Kind.TRANSFER,
                Sample(
                    "Credit Amount\n₦27,500.00\nAccount Number\n072****931\nAccount Name\nSAM RIVERA\nDescription\nTRF/FRM NGOZI SAMPLE\nTransaction Date\n17-May-2026\nAvailable Balance\n₦61,003.20",
                    "27500.00 NGN",
                    counterparty="TRF/FRM NGOZI SAMPLE",
                    account="931",
                    when="2026-05-17",
                ),
                seen=True,
            ),
            Layout(
                "debit",
                OUT,
                "debit amount&&account number",
                {
                    "Debit Amount": "amount",
                    "Account Number": "account",
                    "Description": "counterparty",
                    "Transaction Date": "datetime",
                    "Reference Number": "reference",
                    "Reference": "reference",
                },
                Kind.OTHER,
                Sample(
                    "Debit Amount\n₦3,250.00\nAccount Number\n072****931\nAccount Name\nSAM RIVERA\nDescription\nPOS PMT OKRA KITCHEN\nTransaction Date\n18-May-2026\nAvailable Balance\n₦57,753.20",
                    "3250.00 NGN",
                    counterparty="POS PMT OKRA KITCHEN",
                    account="931",
                    when="2026-05-18",
                ),
            ),
        ),
        aliases=("accessbank",),
    ),
)
