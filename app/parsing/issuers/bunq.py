"""bunq. Payments and cards, Netherlands."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "bunq",
        "bunq",
        ("bunq.com",),
        "NL",
        "EUR",
        (
            Format(
                "received",
                IN,
                "You received {amount} from {counterparty}. ",
                Kind.TRANSFER,
                Sample("You received €25.00 from Anouk Visser. It is in your account.", "25.00 EUR", counterparty="Anouk Visser"),
            ),
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
