"""Fi Money. Accounts with Federal Bank."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

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
            ),
        ),
    ),
)
