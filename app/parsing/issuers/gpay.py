"""Google Pay. UPI payments in India. Purchases on Google Play come from another sender."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "gpay",
        "Google Pay",
        ("payments.google.com",),
        "IN",
        "INR",
        (
            Format(
                "paid",
                OUT,
                "You paid {amount} to {counterparty} using Google Pay. UPI transaction ID: {reference} {datetime}",
                Kind.TRANSFER,
                Sample(
                    "You paid ₹189.00 to Metro Cabs India Systems using Google Pay.\nUPI transaction ID: 603712745613\nFeb 6, 2026, 9:08 AM",
                    "189.00 INR",
                    counterparty="Metro Cabs India Systems",
                    when="2026-02-06T09:08:00",
                    reference="603712745613",
                ),
                seen=True,
            ),
            Format(
                "received",
                IN,
                "{counterparty} [sent you|paid you] {amount} using Google Pay. UPI transaction ID: {reference} {datetime}",
                Kind.TRANSFER,
                Sample(
                    "Priya Kapoor sent you ₹1,200.00 using Google Pay. UPI transaction ID: 612799001122 07 May 2026, 09:31 PM",
                    "1200.00 INR",
                    counterparty="Priya Kapoor",
                    when="2026-05-07T21:31:00",
                    reference="612799001122",
                ),
            ),
        ),
    ),
)
