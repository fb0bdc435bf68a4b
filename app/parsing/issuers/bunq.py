"""bunq. Payments and cards, Netherlands."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "bunq",
        "bunq",
        ("bunq.com",),
        "NL",
        "EUR",
        (
            Format(
                "sent",
                OUT,
                "You paid {amount} to {counterparty}. ",
                Kind.TRANSFER,
                Sample("You paid €12.50 to Bakker Jan. The money left your account.", "12.50 EUR", counterparty="Bakker Jan"),
            ),
        ),
        aliases=("bunq",),
    ),
)
