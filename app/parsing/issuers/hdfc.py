"""HDFC Bank: UPI, accounts, cards, mandates, FASTag."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout

ISSUERS = (
    Issuer(
        "hdfc",
        "HDFC Bank",
        ("hdfcbank.bank.in", "hdfcbank.net", "hdfcbank.com"),
        "IN",
        "INR",
        (
            Format(
                "upi-debit",
                OUT,
                "{amount} is debited from your account ending {account} towards VPA {vpa} ({counterparty}) on {date}. UPI transaction reference no.: {reference}",
                Kind.TRANSFER,
            ),
            Format(
                "upi-debit-2024",
                OUT,
                "{amount} has been debited from account {account} to VPA {vpa} {counterparty} on {date}. Your UPI transaction reference number is {reference}",
                Kind.TRANSFER,
            ),
            Format(
                "upi-credit",
                IN,
                "{amount} has been successfully credited to your HDFC Bank account ending in {account}. Transaction Details: a. Date: {date} b. Sender: {counterparty} (VPA: {vpa}) c. UPI Reference No.: {reference}",
                Kind.TRANSFER,
            ),
            Layout(
                "credit",
                IN,
                "you have received a credit in your account",
                {"Amount received": "amount", "Account": "account", "Date": "date", "Reference Details": "narration"},
            ),
            Format(
                "nach",
                OUT,
                "{amount} has been debited from HDFC Bank Account Number {account} towards {counterparty}/{word} with UMRN {reference} on {date}",
                Kind.BILL_PAYMENT,
            ),
            Format(
                "card-spend",
                OUT,
                "{amount} is debited from your HDFC Bank Credit Card ending {account} towards {counterparty} on {date} at {time}",
                Kind.PURCHASE,
            ),
            Format(
                "card-spend-2024",
                OUT,
                "{amount} has been debited from your HDFC Bank Credit Card ending {account} towards {counterparty} on {date} at {time}",
                Kind.PURCHASE,
            ),
            Format(
                "card-bill",
                IN,
                "Payment of {amount} has been credited to your HDFC Bank Credit Card ending {account} on {date} via {counterparty}",
                Kind.BILL_PAYMENT,
            ),
            Format(
                "fastag-toll",
                OUT,
                "{amount} has been deducted from your FASTag wallet towards toll. Vehicle No: {words} Plaza: {counterparty} Time: {datetime} Txn ID: {reference}",
                Kind.PURCHASE,
            ),
        ),
        aliases=("hdfc",),
    ),
)
