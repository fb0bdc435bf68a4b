"""SoFi. Card, deposit and transfer alerts, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

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
                "card-spend",
                OUT,
                "You spent {amount} at {counterparty} [with|using] your SoFi [debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending |ending with |]{account} on {date}",
                Kind.PURCHASE,
                Sample(
                    "You spent $14.20 at LOMA COFFEE with your SoFi debit card ending in 6612 on May 6, 2026.",
                    "14.20 USD",
                    counterparty="LOMA COFFEE",
                    account="6612",
                    when="2026-05-06",
                ),
            ),
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
