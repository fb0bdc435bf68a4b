"""Stripe. Receipts that it writes for merchants."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "stripe",
        "Stripe",
        ("stripe.com",),
        "US",
        "USD",
        (
            Layout(
                "receipt",
                OUT,
                "receipt from&&amount paid&&receipt number",
                {"Receipt number": "reference", "Payment method": "account", "Amount paid": "amount"},
                Kind.PURCHASE,
                Sample(
                    "Receipt from Lattice Note, Inc.\n$14.20\nPaid Mar 6, 2026\nReceipt number | 2291-4407\nInvoice number | A1B9-0007\nPayment method | Visa - 4242\nAmount paid\n$14.20",
                    "14.20 USD",
                    counterparty="Lattice Note, Inc.",
                    account="4242",
                    when="2026-03-06",
                    reference="2291-4407",
                ),
                also=("Receipt from {counterparty} {amount} Paid {date}",),
                seen=True,
            ),
            Format(
                "receipt-line",
                OUT,
                "Receipt from {counterparty} {word} Amount paid {amount} Date paid {date}",
                Kind.PURCHASE,
                Sample(
                    "Receipt from Nimbus Tools, Inc [#1111-2222] Amount paid $10.80 Date paid May 1, 2026",
                    "10.80 USD",
                    counterparty="Nimbus Tools, Inc",
                    when="2026-05-01",
                ),
                also=("Receipt number {reference}",),
            ),
        ),
        month_first=True,
    ),
)
