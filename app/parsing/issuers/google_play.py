"""Google Play. Purchases of apps and subscriptions."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

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
                seen=True,
            ),
            Format(
                "gpay-paid",
                OUT,
                "You paid {amount} to {counterparty}. UPI transaction ID: {reference}",
                Kind.TRANSFER,
                Sample(
                    "You paid ₹500.00 to Mirchi House.\nUPI transaction ID: 612819284192\nGoogle transaction ID: CICAgKDL849\nPayment method: HDFC Bank A/C XX1234",
                    "500.00 INR",
                    counterparty="Mirchi House",
                    account="1234",
                    reference="612819284192",
                ),
                also=("Payment method: {words}A/C {account}",),
            ),
            Format(
                "gpay-received",
                IN,
                "{counterparty} sent you {amount}. The money has been credited to your bank account ending in {account}",
                Kind.TRANSFER,
                Sample(
                    "Priya sent you ₹1,200. The money has been credited to your bank account ending in 4821.",
                    "1200 INR",
                    counterparty="Priya",
                    account="4821",
                ),
            ),
        ),
        month_first=True,
    ),
)
