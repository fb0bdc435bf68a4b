"""Wealthsimple. Card and transfers, Canada."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "wealthsimple",
        "Wealthsimple",
        ("wealthsimple.com",),
        "CA",
        "CAD",
        (
            Format(
                "card-spend",
                OUT,
                "You spent {amount} at {counterparty} [with|using] your Wealthsimple [card|Cash card|prepaid Mastercard|credit card]",
                Kind.PURCHASE,
                Sample(
                    "You spent $12.95 at KENSINGTON TEA with your Wealthsimple card.", "12.95 CAD", counterparty="KENSINGTON TEA"
                ),
            ),
            Format(
                "received",
                IN,
                "{counterparty} sent you {amount} on Wealthsimple",
                Kind.TRANSFER,
                Sample("Marcus Lowe sent you $40.00 on Wealthsimple.", "40.00 CAD", counterparty="Marcus Lowe"),
            ),
        ),
        aliases=("wealthsimple",),
    ),
)
