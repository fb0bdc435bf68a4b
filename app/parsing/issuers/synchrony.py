"""Synchrony. Store cards and their payments, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "synchrony",
        "Synchrony",
        (
            "synchrony.com",
            "synchronybank.com",
            "synchronyfinancial.com",
        ),
        "US",
        "USD",
        (
            Format(
                "bill-payment",
                IN,
                "[your|Your|the] payment of {amount} [was|has been] [received|posted|applied|credited] [to|on|for] your {words} [account|card] ending in {account} on {date}",
                Kind.BILL_PAYMENT,
                Sample(
                    "We received it: your payment of $75.00 was posted to your PAYPOINT Credit Card account ending in 8812 on 05/06/2026.",
                    "75.00 USD",
                    account="8812",
                    when="2026-05-06",
                ),
            ),
            Format(
                "card-spend",
                OUT,
                "A [purchase|transaction] of {amount} [was made |]at {counterparty} [was made |]on your {words} [account|card] ending in {account} on {date}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of $112.34 was made at GARDEN DEPOT on your GARDEN DEPOT Card account ending in 8812 on 05/07/2026.",
                    "112.34 USD",
                    counterparty="GARDEN DEPOT",
                    account="8812",
                    when="2026-05-07",
                ),
            ),
        ),
        month_first=True,
        aliases=("synchrony",),
    ),
)
