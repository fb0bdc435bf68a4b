"""Uber. Trips. One sender writes to every country, so the day is read from the heading and only the hour from the payment."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "uber",
        "Uber",
        ("uber.com",),
        "US",
        "USD",
        (
            Layout(
                "trip",
                OUT,
                "thanks for riding",
                {"Total": "amount"},
                Kind.PURCHASE,
                Sample(
                    "Total ₹274.15\n16 April 2026\nThanks for riding, Asha\nTrip charge | ₹258.87\nAccess fee | ₹15.28\nPayments: UPI 16/04/26 7:54 pm | ₹274.15",
                    "274.15 INR",
                    counterparty="Uber",
                    when="2026-04-16T19:54:00",
                    subject="Your Thursday evening trip with Uber",
                ),
                counterparty="Uber",
                also=(
                    "Total {amount} {date} Thanks for riding",
                    "{date} Thanks for riding",
                    "Payments[: UPI] {word} {time}",
                    "[Visa|Mastercard|Amex] ••••{account}",
                    "[Visa|Mastercard|Amex] ••••{account} {word} {time}",
                ),
                seen=True,
            ),
        ),
    ),
)
