"""KOHO. Card, Canada."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "koho",
        "KOHO",
        ("koho.ca",),
        "CA",
        "CAD",
        (
            Format(
                "card-spend",
                OUT,
                "You spent {amount} at {counterparty} [with|using] your KOHO",
                Kind.PURCHASE,
                Sample("You spent $8.40 at GRANVILLE JUICE with your KOHO card.", "8.40 CAD", counterparty="GRANVILLE JUICE"),
            ),
        ),
        aliases=("koho",),
    ),
)
