"""Lloyds Bank. Account and card alerts, United Kingdom."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "lloyds",
        "Lloyds Bank",
        (
            "lloydsbank.com",
            "lloydsbank.co.uk",
        ),
        "GB",
        "GBP",
        (
            Format(
                "card-spend",
                OUT,
                "You spent {amount} at {counterparty} [with|using|on] your [Lloyds Bank |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending |ending with |]{account} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "You spent £23.40 at THE CORNER LARDER with your Lloyds Bank debit card ending 2210 on 06/05/2026.",
                    "23.40 GBP",
                    counterparty="THE CORNER LARDER",
                    account="2210",
                    when="2026-05-06",
                ),
            ),
            Format(
                "sent",
                OUT,
                "[You've sent|You sent|You paid] {amount} to {counterparty} from your [Lloyds Bank |]account [ending in |ending |]{account} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "You've sent £150.00 to J MARLOW from your account ending 2210 on 07/05/2026.",
                    "150.00 GBP",
                    counterparty="J MARLOW",
                    account="2210",
                    when="2026-05-07",
                ),
            ),
            Format(
                "received",
                IN,
                "[You've received|You received|You've been paid] {amount} from {counterparty} [in|into|to] your [Lloyds Bank |]account [ending in |ending |]{account} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "You've received £95.00 from T ASHWORTH into your account ending 2210 on 08/05/2026.",
                    "95.00 GBP",
                    counterparty="T ASHWORTH",
                    account="2210",
                    when="2026-05-08",
                ),
            ),
            Format(
                "direct-debit",
                OUT,
                "[A direct debit|Direct debit|A Direct Debit|Direct Debit] of {amount} to {counterparty} [was|has been] [paid|taken] from your [Lloyds Bank |]account [ending in |ending |]{account} on {datetime}",
                Kind.BILL_PAYMENT,
                Sample(
                    "A Direct Debit of £42.00 to SEVERN WATER has been paid from your account ending 2210 on 01/05/2026.",
                    "42.00 GBP",
                    counterparty="SEVERN WATER",
                    account="2210",
                    when="2026-05-01",
                ),
            ),
        ),
        aliases=("lloydsbank",),
    ),
)
