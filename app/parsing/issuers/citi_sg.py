"""Citi Singapore. Card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "citi-sg",
        "Citi Singapore",
        ("citibank.com.sg",),
        "SG",
        "SGD",
        (
            Layout(
                "card-spend",
                OUT,
                "there is a charge made on your",
                {
                    "Account Number": "account",
                    "Transaction date": "date",
                    "Transaction time": "time",
                    "Transaction amount": "amount",
                    "Transaction details": "counterparty",
                },
                Kind.PURCHASE,
                Sample(
                    "Dear Customer,\nWe would like to inform you that there is a charge made on your Citi Rewards Card:\nAccount Number : XXXX-XXXX-XXXX-6244\nTransaction date : 14/02/26\nTransaction time : 07:52:10\nTransaction amount : SGD17.35\nTransaction details: Grab* A-7KQ2XWPL Singapore SGP\nThank you for using Citi Alerts. If this is not your transaction, please call +65 6225 5225.",
                    "17.35 SGD",
                    counterparty="Grab* A-7KQ2XWPL Singapore SGP",
                    account="6244",
                    when="2026-02-14T07:52:10",
                ),
                seen=True,
            ),
            Layout(
                "card-reversal",
                IN,
                "there is a reversal made on your",
                {
                    "Account Number": "account",
                    "Transaction date": "date",
                    "Transaction time": "time",
                    "Transaction amount": "amount",
                    "Transaction details": "counterparty",
                },
                Kind.REVERSAL,
                Sample(
                    "Dear Customer,\nWe would like to inform you that there is a reversal made on your Citi Rewards Card:\nAccount Number : XXXX-XXXX-XXXX-6244\nTransaction date : 06/03/26\nTransaction time : 11:11:09\nTransaction amount : SGD64.00\nTransaction details: LAZMALL Singapore SGP\nThank you for using Citi Alerts. If this is not your transaction, please call +65 6225 5225.",
                    "64.00 SGD",
                    counterparty="LAZMALL Singapore SGP",
                    account="6244",
                    when="2026-03-06T11:11:09",
                ),
                seen=True,
            ),
        ),
    ),
)
