"""Axis Bank: accounts and cards."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout

_SUMMARY = {"Account Number": "account", "Date & Time": "datetime", "Transaction Info": "narration"}
ISSUERS = (
    Issuer(
        "axis",
        "Axis Bank",
        ("axis.bank.in", "axisbank.com"),
        "IN",
        "INR",
        (
            Layout("account-debit", OUT, "summary of your transaction&&amount debited", {"Amount Debited": "amount", **_SUMMARY}),
            Layout(
                "account-credit", IN, "summary of your transaction&&amount credited", {"Amount Credited": "amount", **_SUMMARY}
            ),
            Format("neft-debit", OUT, "your A/c no. {account} has been debited with {amount} on {datetime} by {narration}"),
            Layout(
                "card-spend",
                OUT,
                "axis bank credit card transaction",
                {
                    "Transaction Amount": "amount",
                    "Merchant Name": "counterparty",
                    "Axis Bank Credit Card No.": "account",
                    "Date & Time": "datetime",
                },
                Kind.PURCHASE,
            ),
        ),
        aliases=("axis",),
    ),
)
