"""State Bank of India and SBI Card, which send from domains of their own."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout

ISSUERS = (
    Issuer(
        "sbi",
        "State Bank of India",
        ("sbi.co.in", "sbi.bank.in"),
        "IN",
        "INR",
        (
            Format(
                "upi-debit",
                OUT,
                "A/C {account} debited by {number} on date {date} trf to {counterparty} Refno {reference}",
                Kind.TRANSFER,
            ),
            Format("cbs-debit", OUT, "Your A/C {account} has a debit by transfer of {amount} on {date}", Kind.TRANSFER),
            Format("cbs-credit", IN, "Your A/C {account} has a credit by transfer of {amount} on {date}", Kind.TRANSFER),
            Layout(
                "neft-credit",
                IN,
                "credited for neft received",
                {
                    "Credited to Your A/c": "account",
                    "Amount": "amount",
                    "UTR No.": "reference",
                    "Date": "date",
                    "Sent by": "counterparty",
                },
                Kind.TRANSFER,
            ),
            Format(
                "atm",
                OUT,
                "{amount} withdrawn at {counterparty} from A/c{account} on {date}. Transaction Number {reference}",
                Kind.WITHDRAWAL,
            ),
        ),
        aliases=("sbi",),
    ),
    Issuer(
        "sbicard",
        "SBI Card",
        ("sbicard.com",),
        "IN",
        "INR",
        (
            Format(
                "card-spend",
                OUT,
                "{amount} spent on your SBI Credit Card ending {account} at {counterparty} on {date}",
                Kind.PURCHASE,
            ),
            Format(
                "card-upi",
                OUT,
                "{amount} spent on your SBI Credit Card ending with {account} at {counterparty} on {date} via UPI (Ref No. {reference})",
                Kind.PURCHASE,
            ),
        ),
    ),
)
