"""Barclays and Barclaycard. Account and card alerts, United Kingdom."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "barclays",
        "Barclays",
        (
            "barclays.co.uk",
            "barclays.com",
            "barclaycard.co.uk",
        ),
        "GB",
        "GBP",
        (
            Format(
                "left",
                OUT,
                "payment of {amount} to {counterparty} left your account [ending |ending in |]{account} on {date}",
                Kind.TRANSFER,
                Sample(
                    "We’re letting you know that a payment of £1,200.00 to MR J WEATHERALL left your account ending 2209 on 10/02/2026.\nYou asked us to tell you about payments over £500.",
                    "1200.00 GBP",
                    counterparty="MR J WEATHERALL",
                    account="2209",
                    when="2026-02-10",
                ),
                seen=True,
            ),
            Format(
                "credit",
                IN,
                "A [credit|payment] of {amount} from {counterparty} was paid into your account [ending |ending in |]{account} on {date}",
                Kind.TRANSFER,
                Sample(
                    "A credit of £750.00 from S OYELARAN was paid into your account ending 2209 on 01/05/2026.\nYour balance after this credit is £3,981.14.",
                    "750.00 GBP",
                    counterparty="S OYELARAN",
                    account="2209",
                    when="2026-05-01",
                ),
                seen=True,
            ),
            Format(
                "card-spend",
                OUT,
                "You spent {amount} at {counterparty} on {date} with your [Barclaycard|card|Barclays card|debit card|credit card] ending [in |]{account}",
                Kind.PURCHASE,
                Sample(
                    "You spent £36.40 at THE HARBOUR PANTRY on 04/05/2026 with your Barclaycard ending 7719.",
                    "36.40 GBP",
                    counterparty="THE HARBOUR PANTRY",
                    account="7719",
                    when="2026-05-04",
                ),
            ),
            Format(
                "atm",
                OUT,
                "cash withdrawal of {amount} was made from your account [ending |ending in |]{account} on {date}",
                Kind.WITHDRAWAL,
                Sample(
                    "A cash withdrawal of £80.00 was made from your account ending 2209 on 05/05/2026.",
                    "80.00 GBP",
                    account="2209",
                    when="2026-05-05",
                ),
            ),
        ),
    ),
)
