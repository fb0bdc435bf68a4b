"""Niyo. Cards of its partner banks abroad and at home."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "niyo",
        "Niyo",
        (
            "goniyo.com",
            "niyo.co",
        ),
        "IN",
        "INR",
        (
            Format(
                "card-spend",
                OUT,
                "You [have |]spent {amount} at {counterparty} [using|with] your [Niyo|NiyoX|Niyo Global|DCB Niyo|SBM Niyo] [Card|card|Debit Card|Credit Card] [ending |ending in |]{account} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "You have spent EUR 18.40 at CAFE LUMIERE using your Niyo Global Card ending 7712 on 06-05-2026 14:20.",
                    "18.40 EUR",
                    counterparty="CAFE LUMIERE",
                    account="7712",
                    when="2026-05-06T14:20:00",
                ),
            ),
        ),
        aliases=("niyo",),
    ),
)
