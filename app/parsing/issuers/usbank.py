"""U.S. Bank. Account alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "usbank",
        "U.S. Bank",
        ("usbank.com",),
        "US",
        "USD",
        (
            Format(
                "complete",
                OUT,
                "Your transaction of {amount} is complete. This transaction was made on the account ending in {account}.",
                Kind.OTHER,
                Sample(
                    "Your transaction of $1850.00 is complete.\nThis transaction was made on the account ending in 4470.",
                    "1850.00 USD",
                    account="4470",
                ),
                seen=True,
            ),
        ),
        month_first=True,
    ),
)
