"""Monzo. Card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "monzo",
        "Monzo",
        ("monzo.com",),
        "GB",
        "GBP",
        (
            Format(
                "card-spend",
                OUT,
                "You spent {amount} at {counterparty} Card ending {account} · {datetime}",
                Kind.PURCHASE,
                Sample(
                    "You spent £12.30 at Tamworth Bakery\nCard ending 6618 · 9 March 2026, 08:19",
                    "12.30 GBP",
                    counterparty="Tamworth Bakery",
                    account="6618",
                    when="2026-03-09T08:19:00",
                ),
                seen=True,
            ),
            Format(
                "received",
                IN,
                "{counterparty} sent you {amount}. [It|The money] [is|has]",
                Kind.TRANSFER,
                Sample("Ottoline Frey sent you £15.00. The money is in your account.", "15.00 GBP", counterparty="Ottoline Frey"),
            ),
        ),
        aliases=("monzo",),
    ),
)
