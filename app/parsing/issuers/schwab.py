"""Charles Schwab. Card and transfer alerts, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "schwab",
        "Charles Schwab",
        ("schwab.com",),
        "US",
        "USD",
        (
            Format(
                "transfer-in",
                IN,
                "A [deposit|transfer] of {amount} [into|to] your [Schwab |]account ending in {account} was completed on {date}",
                Kind.TRANSFER,
                Sample(
                    "A transfer of $500.00 into your Schwab account ending in 887 was completed on 05/11/2026.",
                    "500.00 USD",
                    account="887",
                    when="2026-05-11",
                ),
            ),
        ),
        month_first=True,
        aliases=("schwab",),
    ),
)
