"""Kotak Mahindra Bank: UPI, NACH, NEFT and cards."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer

ISSUERS = (
    Issuer(
        "kotak",
        "Kotak Mahindra Bank",
        ("kotak.com", "kotak.bank.in"),
        "IN",
        "INR",
        (
            Format(
                "upi-sent",
                OUT,
                "Sent {amount} from Kotak Bank AC {account} to {vpa} on {date}.UPI Ref {reference}",
                Kind.TRANSFER,
            ),
            Format(
                "nach",
                OUT,
                "Your account {account} has been debited towards NACH/ECS transaction as per details below. Beneficiary: {counterparty} UMRN Number: {reference} Amount: {amount} Transaction date : {date}",
                Kind.BILL_PAYMENT,
            ),
            Format(
                "neft-credit",
                IN,
                "{amount} has been credited to your Kotak Bank a/c {account} on {date} via NEFT transaction from {counterparty} Your Unique Transaction Reference Number (UTR) is: {reference}",
                Kind.TRANSFER,
            ),
            Format(
                "card-spend",
                OUT,
                "{amount} spent at {counterparty} on {date} at {time} using your Kotak Credit Card {account}",
                Kind.PURCHASE,
            ),
        ),
        aliases=("kotak",),
    ),
)
