"""Indian banks with few formats so far."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer

ISSUERS = (
    Issuer(
        "indusind",
        "IndusInd Bank",
        ("indusind.com", "indusind.bank.in"),
        "IN",
        "INR",
        (
            Format(
                "card-spend",
                OUT,
                "The transaction on your IndusInd Bank Credit Card ending {account} for {amount} on {datetime} at {counterparty} is Approved",
                Kind.PURCHASE,
            ),
            Format(
                "account-debit",
                OUT,
                "Your IndusInd Bank Account No. {account} has been debited for {amount} towards {narration}. The balance available",
            ),
        ),
        aliases=("indusind",),
    ),
    Issuer(
        "idfc",
        "IDFC FIRST Bank",
        ("idfcfirstbank.com", "idfcfirst.bank.in"),
        "IN",
        "INR",
        (
            Format(
                "card-spend",
                OUT,
                "{amount} spent on your IDFC FIRST BANK Credit Card ending {account} at {counterparty} on {date} at {time}",
                Kind.PURCHASE,
            ),
            Format("account-debit", OUT, "Your A/C {account} has been debited by {amount} on {datetime}. New balance"),
            Format(
                "neft-credit",
                IN,
                "Your A/C {account} has been credited with {amount} on {datetime} vide NEFT payment reference {reference} received from {counterparty}",
                Kind.TRANSFER,
            ),
        ),
        aliases=("idfc",),
    ),
    Issuer(
        "yes",
        "YES BANK",
        ("yes.bank.in", "yesbank.in"),
        "IN",
        "INR",
        (
            Format(
                "card-spend",
                OUT,
                "{amount} has been spent on your YES BANK Credit Card ending with {account} at {counterparty} on {date} at {time}. Avl Bal",
                Kind.PURCHASE,
            ),
        ),
    ),
    Issuer(
        "canara",
        "Canara Bank",
        ("canarabank.com", "canarabank.bank.in"),
        "IN",
        "INR",
        (
            Format(
                "upi-debit",
                OUT,
                "An amount of {amount} has been DEBITED on {date} from your account {account} to {counterparty} with UPI Ref No.:{reference}",
                Kind.TRANSFER,
            ),
        ),
        aliases=("canara",),
    ),
    Issuer(
        "bob",
        "Bank of Baroda",
        ("bankofbaroda.bank.in", "bankofbaroda.com"),
        "IN",
        "INR",
        (Format("credit", IN, "{amount} credited to A/c no. {account} on {date} via bob World", Kind.TRANSFER),),
    ),
    Issuer(
        "pnb",
        "Punjab National Bank",
        ("pnb.co.in", "pnb.bank.in"),
        "IN",
        "INR",
        (Format("debit", OUT, "Ac {account} Debited with {amount}, {datetime}. Aval Bal"),),
    ),
    Issuer(
        "hsbc-in",
        "HSBC India",
        ("hsbc.co.in",),
        "IN",
        "INR",
        (
            Format(
                "card-spend",
                OUT,
                "your Credit card no ending with {account},has been used for {amount} for payment to {counterparty} on {date} at {time}",
                Kind.PURCHASE,
            ),
        ),
    ),
    Issuer(
        "onecard",
        "OneCard",
        ("getonecard.app",),
        "IN",
        "INR",
        (
            Format(
                "card-spend",
                OUT,
                "Credit Card ending in {account} was used to make a payment. Amount: {amount} Merchant: {counterparty} Date: {date} Time: {time}",
                Kind.PURCHASE,
            ),
        ),
    ),
)
