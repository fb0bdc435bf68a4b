"""YES BANK. Accounts and cards."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "yes",
        "YES BANK",
        (
            "yes.bank.in",
            "yesbank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "card-spend",
                OUT,
                "{amount} has been spent on your YES BANK Credit Card ending with {account} at {counterparty} on {date} at {time}. Avl Bal",
                Kind.PURCHASE,
                Sample(
                    "INR 85.00 has been spent on your YES BANK Credit Card ending with 1926 at UPI_DELHI CHAAT FAST FO on 27-05-2026 at 06:46:36 pm. Avl Bal",
                    "85.00 INR",
                    counterparty="UPI_DELHI CHAAT FAST FO",
                    account="1926",
                    when="2026-05-27T18:46:36",
                ),
            ),
            Format(
                "card-bill",
                IN,
                "we have received the payment of {amount} towards your YES BANK Credit Card {account} on {date}",
                Kind.BILL_PAYMENT,
                Sample(
                    "we have received the payment of Rs. 7,215.00 towards your YES BANK Credit Card XX1926 on 20-04-2026.",
                    "7215.00 INR",
                    account="1926",
                    when="2026-04-20",
                ),
            ),
        ),
    ),
)
