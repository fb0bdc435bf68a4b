"""Chime. Card, deposit and transfer alerts, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "chime",
        "Chime",
        (
            "chime.com",
            "chimebank.com",
        ),
        "US",
        "USD",
        (
            Format(
                "card-spend",
                OUT,
                "You [just |]spent {amount} at {counterparty} [with|using] your Chime [debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard]",
                Kind.PURCHASE,
                Sample("You just spent $9.85 at PINE DONUTS with your Chime debit card.", "9.85 USD", counterparty="PINE DONUTS"),
                also=("spent {balance} at {words} on {date}",),
            ),
            Format(
                "deposit",
                IN,
                "[Your|A] direct deposit of {amount} from {counterparty} [has been|was|has] [deposited|posted|added|arrived]",
                Kind.SALARY,
                Sample(
                    "Your direct deposit of $1,480.00 from KESTREL LOGISTICS has posted to your Chime Checking Account.",
                    "1480.00 USD",
                    counterparty="KESTREL LOGISTICS",
                ),
            ),
            Format(
                "sent",
                OUT,
                "You sent {amount} to {counterparty} [with|using|via] [Chime|Pay Anyone]",
                Kind.TRANSFER,
                Sample("You sent $20.00 to Ruby Nolan with Pay Anyone.", "20.00 USD", counterparty="Ruby Nolan"),
            ),
            Format(
                "received",
                IN,
                "{counterparty} sent you {amount} [with|using|via] [Chime|Pay Anyone]",
                Kind.TRANSFER,
                Sample("Ruby Nolan sent you $35.00 with Pay Anyone.", "35.00 USD", counterparty="Ruby Nolan"),
            ),
        ),
        month_first=True,
    ),
)
