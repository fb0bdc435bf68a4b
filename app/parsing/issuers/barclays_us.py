"""Barclays US. Card alerts, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "barclays-us",
        "Barclays US",
        (
            "barclaysus.com",
            "barclaycardus.com",
        ),
        "US",
        "USD",
        (
            Format(
                "card-spend",
                OUT,
                "A [purchase|transaction|charge] of {amount} [was made |]at {counterparty} [was made |]on your [Barclays |{words} ][card|Card|account] ending in {account} on {date}",
                Kind.PURCHASE,
                Sample(
                    "A transaction of $210.00 was made at SKYWAY AIR on your Barclays card ending in 4470 on 05/06/2026.",
                    "210.00 USD",
                    counterparty="SKYWAY AIR",
                    account="4470",
                    when="2026-05-06",
                ),
            ),
            Format(
                "bill-payment",
                IN,
                "[your|Your] payment of {amount} [was|has been] [received|posted|applied] [to|on|for] your [Barclays |{words} ][card|Card|account] ending in {account} on {date}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Thank you, your payment of $210.00 has been posted to your Barclays card ending in 4470 on 05/09/2026.",
                    "210.00 USD",
                    account="4470",
                    when="2026-05-09",
                ),
            ),
        ),
        month_first=True,
    ),
)
