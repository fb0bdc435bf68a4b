"""ICICI Bank: accounts and cards."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer

ISSUERS = (
    Issuer(
        "icici",
        "ICICI Bank",
        ("icicibank.com", "icici.bank.in"),
        "IN",
        "INR",
        (
            Format(
                "imps",
                OUT,
                "You have made an online IMPS payment of {amount} towards {counterparty} on {date} at {time} from your ICICI Bank Savings Account {account}. The Transaction ID is {reference}",
                Kind.TRANSFER,
            ),
            Format(
                "account-credit",
                IN,
                "Your ICICI Bank Account {account} has been credited with {amount} on {date}. Info: {narration}",
            ),
            Format(
                "debit-card",
                OUT,
                "A purchase of {amount} has been made using your Debit Card linked to ICICI Bank Account {account} on {date}. Info: {counterparty}",
                Kind.PURCHASE,
            ),
            Format(
                "card-spend",
                OUT,
                "Your ICICI Bank Credit Card {account} has been used for a transaction of {amount} on {date} at {time}. Info: {counterparty}",
                Kind.PURCHASE,
            ),
            Format(
                "card-refund",
                IN,
                "We have received merchant credit refund on your ICICI Bank Credit Card {account} for {amount} on {date} from {counterparty}",
                Kind.REFUND,
            ),
            Format(
                "card-bill",
                IN,
                "We have received payment of {amount} on your ICICI Bank Credit Card account {account} on {date} through {words}.",
                Kind.BILL_PAYMENT,
            ),
        ),
        aliases=("icici",),
    ),
)
