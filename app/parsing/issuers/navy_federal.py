"""Navy Federal Credit Union. Card and account alerts, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "navy-federal",
        "Navy Federal Credit Union",
        ("navyfederal.org",),
        "US",
        "USD",
        (
            Format(
                "card-spend",
                OUT,
                "A transaction of {amount} [was made |]at {counterparty} [was made |][with|on] your [debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending |ending with |]{account} on {date}",
                Kind.PURCHASE,
                Sample(
                    "A transaction of $61.20 was made at HARBOR TACKLE with your debit card ending in 4417 on 05/06/2026.",
                    "61.20 USD",
                    counterparty="HARBOR TACKLE",
                    account="4417",
                    when="2026-05-06",
                ),
            ),
            Format(
                "deposit",
                IN,
                "A deposit of {amount} was made to your [account|{words} account] ending in {account} on {date}",
                Kind.OTHER,
                Sample(
                    "A deposit of $2,310.00 was made to your account ending in 9912 on 05/01/2026.",
                    "2310.00 USD",
                    account="9912",
                    when="2026-05-01",
                ),
            ),
        ),
        month_first=True,
        aliases=("navyfederal",),
    ),
)
