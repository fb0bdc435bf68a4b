"""Wise. Card, transfers and balances."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Notice, Sample

ISSUERS = (
    Issuer(
        "wise",
        "Wise",
        ("wise.com", "transferwise.com"),
        "GB",
        "GBP",
        (
            Format(
                "card-spend",
                OUT,
                "You spent {amount} at {counterparty}. You have",
                Kind.PURCHASE,
                Sample("You spent 18.70 EUR at Fika & Co.\nYou have", "18.70 EUR", counterparty="Fika & Co"),
                seen=True,
            ),
            Format(
                "sent",
                OUT,
                "Your transfer of {amount} to {counterparty} is complete. {words} Transfer number: {reference}",
                Kind.TRANSFER,
                Sample(
                    "Your transfer of 640.00 EUR to Matteo Brunelli is complete. It should be in their account now.\nTransfer number: #1187340225",
                    "640.00 EUR",
                    counterparty="Matteo Brunelli",
                    reference="#1187340225",
                ),
                seen=True,
            ),
            Layout(
                "added",
                IN,
                "the money you added is now in your account",
                {"Added": "amount"},
                Kind.TOPUP,
                Sample(
                    "Wise\nThe money you added is now in your account.\nAdded | 1,000.00 GBP\nPaid by | Bank transfer\nFee | 0.00 GBP",
                    "1000.00 GBP",
                ),
                seen=True,
            ),
            Format(
                "card-spend-card",
                OUT,
                "You spent {amount} at {counterparty} [with|using] your [Wise card|card] ending [in |]{account}",
                Kind.PURCHASE,
                Sample(
                    "You spent 31.00 GBP at ARCADE BOOKS with your card ending in 4471.",
                    "31.00 GBP",
                    counterparty="ARCADE BOOKS",
                    account="4471",
                ),
            ),
            Format(
                "sent-you",
                IN,
                "{counterparty} sent you {amount}. ",
                Kind.TRANSFER,
                Sample("John Dorset sent you 75.50 GBP. It's in your balance now.", "75.50 GBP", counterparty="John Dorset"),
            ),
        ),
        notices=(
            Notice(
                "not_moved",
                "We've not yet received your money",
                "Your transfer of 100.00 GBP to Lena Kaiser: we've not yet received your money.",
            ),
        ),
        aliases=("wise",),
    ),
)
