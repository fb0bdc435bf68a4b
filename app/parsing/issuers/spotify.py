"""Spotify. Receipts of the subscription."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "spotify",
        "Spotify",
        ("spotify.com",),
        "US",
        "USD",
        (
            Layout(
                "receipt",
                OUT,
                "thanks for your payment",
                {"Total": "amount", "Order ID": "reference", "Date": "date"},
                Kind.PURCHASE,
                Sample(
                    "Spotify\nThanks for your payment\nYour payment for Premium Individual went through.\nOrder ID | 7724910083355\nDate | June 1, 2026\nPremium Individual | $11.99\nTax | $0.00\nTotal | $11.99\nPayment method | Visa\nSpotify USA Inc. 4 World Trade Center. Upgrade to Duo for $16.99/month.",
                    "11.99 USD",
                    counterparty="Spotify",
                    when="2026-06-01",
                    reference="7724910083355",
                ),
                counterparty="Spotify",
                seen=True,
            ),
        ),
        month_first=True,
    ),
)
