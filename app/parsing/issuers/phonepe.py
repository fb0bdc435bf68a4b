"""PhonePe. UPI payments."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "phonepe",
        "PhonePe",
        ("phonepe.com",),
        "IN",
        "INR",
        (
            Format(
                "paid",
                OUT,
                "Paid {amount} to {counterparty} Txn. ID {word} UPI Ref No {reference} Date {datetime} Debited from {words} {account}",
                Kind.TRANSFER,
                Sample(
                    "Paid ₹350 to Ramesh Kirana\nTxn. ID T2603301821456789489731\nUPI Ref No 608912400191\nDate 30 Mar 2026, 06:21 PM\nDebited from HDFC Bank XX2096",
                    "350 INR",
                    counterparty="Ramesh Kirana",
                    account="2096",
                    when="2026-03-30T18:21:00",
                    reference="608912400191",
                ),
            ),
        ),
        aliases=("phonepe",),
    ),
)
