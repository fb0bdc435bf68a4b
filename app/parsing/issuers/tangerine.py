"""Tangerine. Orange Alerts, Canada."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "tangerine",
        "Tangerine",
        ("tangerine.ca",),
        "CA",
        "CAD",
        (
            Format(
                "deposit",
                IN,
                "A deposit of {amount} from {counterparty} has been made to your [Chequing|Savings|Tangerine Chequing|Tangerine Savings] Account ending in {account} on {date}",
                Kind.TRANSFER,
                Sample(
                    "A deposit of $1,745.32 from NORTH STAR FREIGHT has been made to your Chequing Account ending in 4408 on 2026-01-15.",
                    "1745.32 CAD",
                    counterparty="NORTH STAR FREIGHT",
                    account="4408",
                    when="2026-01-15",
                ),
                seen=True,
            ),
            Format(
                "withdrawal",
                OUT,
                "A withdrawal of {amount} has been made from your [Chequing|Savings|Tangerine Chequing|Tangerine Savings] Account ending in {account} on {date}",
                Kind.OTHER,
                Sample(
                    "A withdrawal of $80.00 has been made from your Chequing Account ending in 4408 on 2026-01-17.",
                    "80.00 CAD",
                    account="4408",
                    when="2026-01-17",
                ),
            ),
            Format(
                "card-purchase",
                OUT,
                "A purchase of {amount} at {counterparty} was made [on|with] your [Tangerine|Money-Back|World|] [Mastercard|Credit Card] ending in {account} on {date}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of $23.60 at LAKESHORE BAGELS was made with your Tangerine Mastercard ending in 9921 on 2026-01-18.",
                    "23.60 CAD",
                    counterparty="LAKESHORE BAGELS",
                    account="9921",
                    when="2026-01-18",
                ),
            ),
        ),
    ),
)
