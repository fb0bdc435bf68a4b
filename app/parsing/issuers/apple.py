"""Apple. Receipts of the App Store and of subscriptions."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "apple",
        "Apple",
        ("email.apple.com",),
        "US",
        "USD",
        (
            Layout(
                "receipt",
                OUT,
                "apple&&receipt&&total",
                {"INVOICE DATE": "date", "ORDER ID": "reference", "TOTAL": "amount", "Order ID": "reference"},
                Kind.PURCHASE,
                Sample(
                    "Receipt\nAPPLE ACCOUNT\nuser@example.com | BILLED TO\nVisa .... 5520\nSam Rivera\nINVOICE DATE\nJan 31, 2026 | ORDER ID\nMQ7LX20P4D | DOCUMENT NO.\n188204417735\niCloud+ with 2 TB of Storage\nRenews Feb 28, 2026 | $9.99\nSubtotal | $9.99\nTOTAL | $9.99",
                    "9.99 USD",
                    counterparty="Apple",
                    account="5520",
                    when="2026-01-31",
                    reference="MQ7LX20P4D",
                    subject="Your receipt from Apple.",
                ),
                counterparty="Apple",
                also=("BILLED TO [Visa|Mastercard|MasterCard|American Express|Amex|Discover|Apple Card] .... {account}",),
                seen=True,
            ),
        ),
        month_first=True,
        shop=True,
    ),
)
