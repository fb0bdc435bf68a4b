"""Charles Schwab. Card and transfer alerts, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "schwab",
        "Charles Schwab",
        ("schwab.com",),
        "US",
        "USD",
        (
            Format(
                "card-spend",
                OUT,
                "A [debit card |][purchase|transaction] of {amount} was made at {counterparty} [with|using|on] your [Schwab Bank |Schwab |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending |ending with |]{account} on {date}",
                Kind.PURCHASE,
                Sample(
                    "A debit card purchase of $27.45 was made at RIVERSIDE BAGELS with your Schwab Bank debit card ending in 3320 on 05/06/2026.",
                    "27.45 USD",
                    counterparty="RIVERSIDE BAGELS",
                    account="3320",
                    when="2026-05-06",
                ),
            ),
            Format(
                "transfer-in",
                IN,
                "A [deposit|transfer] of {amount} [into|to] your [Schwab |]account ending in {account} was completed on {date}",
                Kind.TRANSFER,
                Sample(
                    "A transfer of $500.00 into your Schwab account ending in 887 was completed on 05/11/2026.",
                    "500.00 USD",
                    account="887",
                    when="2026-05-11",
                ),
            ),
        ),
        month_first=True,
        aliases=("schwab",),
    ),
)
