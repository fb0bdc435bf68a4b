"""CSB Bank. Accounts and cards, those of Jupiter among them."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "csb",
        "CSB Bank",
        (
            "csb.co.in",
            "csb.bank.in",
        ),
        "IN",
        "INR",
    ),
)
