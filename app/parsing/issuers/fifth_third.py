"""Fifth Third Bank. Card and account alerts, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "fifth-third",
        "Fifth Third Bank",
        ("53.com",),
        "US",
        "USD",
        (
            Format(
                "card-spend",
                OUT,
                "A [purchase|transaction] of {amount} was made [with|on|using] your [Fifth Third |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending |ending with |]{account} at {counterparty} on {date}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of $19.99 was made with your Fifth Third debit card ending in 1180 at BUCKEYE BOOKS on 05/06/2026.",
                    "19.99 USD",
                    counterparty="BUCKEYE BOOKS",
                    account="1180",
                    when="2026-05-06",
                ),
            ),
        ),
        month_first=True,
    ),
)
