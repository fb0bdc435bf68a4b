"""SoFi. Card, deposit and transfer alerts, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "sofi",
        "SoFi",
        (
            "sofi.com",
            "sofi.org",
        ),
        "US",
        "USD",
        (
            Format(
                "deposit",
                IN,
                "[Your|A] direct deposit of {amount} from {counterparty} [has been|was] [deposited|posted|added] [to|in|into] your SoFi {words} account",
                Kind.TRANSFER,
                Sample(
                    "Your direct deposit of $2,104.55 from BRIGHT HOLLOW LLC has been deposited into your SoFi Checking account.",
                    "2104.55 USD",
                    counterparty="BRIGHT HOLLOW LLC",
                ),
            ),
        ),
        month_first=True,
    ),
)
