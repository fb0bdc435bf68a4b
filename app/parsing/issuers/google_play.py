"""Google Play. Purchases of apps and subscriptions."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "google-play",
        "Google Play",
        ("google.com",),
        "US",
        "USD",
        (
            Layout(
                "receipt",
                OUT,
                "you have made a purchase from",
                {"Order number": "reference", "Order date": "datetime", "Total": "amount", "Payment method": "account"},
                Kind.PURCHASE,
                Sample(
                    "Google Play\nThank you\nYou have made a purchase from Orbit Weather on Google Play.\nOrder number: GPA.3318-2209-7741-55820\nOrder date: May 3, 2026 11:58:00 AM PDT\nOrbit Weather Pro (Orbit Weather) | $4.59\nTax | $0.40\nTotal | $4.99\nPayment method: Visa-6642\nKeep this for your records. Google Play balance: $0.00. Spend $10.00 to reach Silver.",
                    "4.99 USD",
                    counterparty="Orbit Weather",
                    account="6642",
                    when="2026-05-03T11:58:00-07:00",
                    reference="GPA.3318-2209-7741-55820",
                    subject="Your Google Play Order Receipt from May 3, 2026",
                ),
                also=("You have made a purchase from {counterparty} on Google Play",),
            ),
        ),
        month_first=True,
    ),
)
