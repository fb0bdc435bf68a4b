"""OpenAI. Credit bought for its API."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "openai",
        "OpenAI",
        ("openai.com",),
        "US",
        "USD",
        (
            Format(
                "api-credit",
                OUT,
                "We charged {amount} to your credit card ending in {account} to fund your OpenAI API credit balance",
                Kind.PURCHASE,
                Sample(
                    "Hi Sam, We charged $5.90 to your credit card ending in 6593 to fund your OpenAI API credit balance.",
                    "5.90 USD",
                    counterparty="OpenAI",
                    account="6593",
                ),
                counterparty="OpenAI",
            ),
        ),
        month_first=True,
        aliases=("openai",),
        shop=True,
    ),
)
