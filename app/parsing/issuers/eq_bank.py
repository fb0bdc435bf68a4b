"""EQ Bank. Card and transfers, Canada."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "eq-bank",
        "EQ Bank",
        ("eqbank.ca",),
        "CA",
        "CAD",
        (
            Format(
                "card-spend",
                OUT,
                "You [spent|made a purchase of] {amount} at {counterparty} [with|using] your EQ Bank Card on {date}",
                Kind.PURCHASE,
                Sample(
                    "You spent $22.00 at HALIFAX FISH with your EQ Bank Card on May 6, 2026.",
                    "22.00 CAD",
                    counterparty="HALIFAX FISH",
                    when="2026-05-06",
                ),
            ),
        ),
    ),
)
