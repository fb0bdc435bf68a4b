"""Fi Money. Accounts with Federal Bank."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "fi",
        "Fi Money",
        ("fi.money",),
        "IN",
        "INR",
        (
            Format(
                "upi-debit",
                OUT,
                "{amount} has been debited from your Federal Bank Savings Account (on Fi) ending {account} and paid to {counterparty}. {datetime} • UPI Ref {reference}",
                Kind.TRANSFER,
                Sample(
                    "₹240 has been debited from your Federal Bank Savings Account (on Fi) ending 6071 and paid to Udupi Garden.\n12 Apr 2026, 1:01 PM • UPI Ref 610212854211",
                    "240 INR",
                    counterparty="Udupi Garden",
                    account="6071",
                    when="2026-04-12T13:01:00",
                    reference="610212854211",
                ),
                seen=True,
            ),
            Format(
                "upi-credit",
                IN,
                "{amount} has been credited to your Federal Bank Savings Account (on Fi) ending {account} [by|from] {counterparty}. {datetime} • UPI Ref {reference}",
                Kind.TRANSFER,
                Sample(
                    "₹400 has been credited to your Federal Bank Savings Account (on Fi) ending 8811 from Rukmini Das. 06 May 2026, 10:20 AM • UPI Ref 612699887700",
                    "400 INR",
                    counterparty="Rukmini Das",
                    account="8811",
                    when="2026-05-06T10:20:00",
                    reference="612699887700",
                ),
            ),
        ),
    ),
)
