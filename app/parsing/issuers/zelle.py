"""Zelle. Payments between banks, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "zelle",
        "Zelle",
        ("zellepay.com",),
        "US",
        "USD",
        (
            Format(
                "received",
                IN,
                "You received {amount} from {counterparty}. [It|The money|The payment] [is|was|has been]",
                Kind.TRANSFER,
                Sample(
                    "You received $60.00 from Dana Whitlock. The money is in your account.",
                    "60.00 USD",
                    counterparty="Dana Whitlock",
                ),
            ),
            Format(
                "sent",
                OUT,
                "You sent {amount} to {counterparty} [with|using] Zelle",
                Kind.TRANSFER,
                Sample(
                    "You sent $45.00 to Omar Reyes with Zelle® on May 6, 2026.",
                    "45.00 USD",
                    counterparty="Omar Reyes",
                    when="2026-05-06",
                ),
                also=(
                    "Zelle® on {date}",
                    "Zelle on {date}",
                ),
            ),
        ),
        month_first=True,
    ),
)
