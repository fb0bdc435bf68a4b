"""RBL Bank. Accounts and cards. Old sender domain rblbank.com, new rbl.bank.in."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "rbl",
        "RBL Bank",
        (
            "rblbank.com",
            "rbl.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "account-credited-with",
                IN,
                "Your account is credited with {amount}",
                Kind.OTHER,
                Sample("Greetings from RBL Bank! Your account is credited with INR 1282.05.", "1282.05 INR"),
            ),
            Format(
                "card-spent",
                OUT,
                "{amount} spent at {counterparty} on your RBL Bank [credit card|Credit Card|card] [ending |]({account}) on {date}.",
                Kind.PURCHASE,
                Sample(
                    "INR 1,299.00 spent at WILLOW MART on your RBL Bank credit card (1234) on 12-05-2026. Available limit INR 10,000.",
                    "1299.00 INR",
                    counterparty="WILLOW MART",
                    account="1234",
                    when="2026-05-12",
                ),
            ),
        ),
        aliases=("rblbank",),
    ),
)
