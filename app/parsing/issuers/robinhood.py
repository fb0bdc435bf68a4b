"""Robinhood. Executed orders."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "robinhood",
        "Robinhood",
        ("robinhood.com",),
        "US",
        "USD",
        (
            Format(
                "buy",
                OUT,
                "order to buy {word} shares of {counterparty} through your {words} account was executed for a total of {amount} at an average price of {balance} on {datetime}",
                Kind.OTHER,
                Sample(
                    "order to buy 0.8214 shares of VTI through your Robinhood Individual account was executed for a total of $250.12 at an average price of $304.50 on February 12, 2026 at 10:30 AM ET.",
                    "250.12 USD",
                    counterparty="VTI",
                    when="2026-02-12T10:30:00-05:00",
                ),
                seen=True,
            ),
        ),
        month_first=True,
    ),
)
