"""TD Canada Trust. Card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "td",
        "TD Canada Trust",
        ("td.com",),
        "CA",
        "CAD",
        (
            Format(
                "card-spend",
                OUT,
                "card ending in ({account}) was used for a purchase of {amount} at {counterparty} on {date}",
                Kind.PURCHASE,
                Sample(
                    "TD Credit Card: Your card ending in (5518) was used for a purchase of $64.10 at PRAIRIE BOOKSHOP on Mar 11, 2026.\nAvailable Credit: $4,310.20",
                    "64.10 CAD",
                    counterparty="PRAIRIE BOOKSHOP",
                    account="5518",
                    when="2026-03-11",
                ),
                seen=True,
            ),
            Format(
                "card-spend-plain",
                OUT,
                "A purchase of {amount} was made at {counterparty} on {date} with your TD [Credit|Access|Debit] Card ending in {account}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of $18.75 was made at MAPLE DINER on Mar 14, 2026 with your TD Credit Card ending in 5518.",
                    "18.75 CAD",
                    counterparty="MAPLE DINER",
                    account="5518",
                    when="2026-03-14",
                ),
            ),
        ),
    ),
)
