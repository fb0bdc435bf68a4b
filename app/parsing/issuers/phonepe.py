"""PhonePe. UPI payments."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

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
                seen=True,
            ),
            Format(
                "paid-plain",
                OUT,
                "Paid {amount} to {counterparty}. UPI Ref No {reference}. Debited from {words} {account}. ",
                Kind.TRANSFER,
                Sample(
                    "Paid ₹350 to Ramesh Kirana. UPI Ref No 612691234567. Debited from HDFC Bank XX4821. ",
                    "350 INR",
                    counterparty="Ramesh Kirana",
                    account="4821",
                    reference="612691234567",
                ),
            ),
            Format(
                "received",
                IN,
                "Received {amount} from {counterparty} Txn. ID {word} UPI Ref No {reference} Date {datetime} Credited to {words} {account}",
                Kind.TRANSFER,
                Sample(
                    "Received ₹900 from Meera Nair Txn. ID T2605061200123456789 UPI Ref No 612600112233 Date 06 May 2026, 12:00 PM Credited to HDFC Bank XX4821",
                    "900 INR",
                    counterparty="Meera Nair",
                    account="4821",
                    when="2026-05-06T12:00:00",
                    reference="612600112233",
                ),
            ),
            Format(
                "payment-successful",
                OUT,
                "Your payment of {amount} to {counterparty} was successful. Txn ID: {word} UTR: {reference} Debited from: {words}{account}",
                Kind.TRANSFER,
                Sample(
                    "Hi Asha,\nYour payment of ₹1,299 to Willow Mart was successful.\nTxn ID: T260526123456789\nUTR: 612611209384\nDebited from: SBI **5678",
                    "1299 INR",
                    counterparty="Willow Mart",
                    account="5678",
                    reference="612611209384",
                ),
            ),
        ),
        aliases=("phonepe",),
    ),
)
