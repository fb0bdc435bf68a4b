"""Indian Overseas Bank. Account and card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "iob",
        "Indian Overseas Bank",
        (
            "iob.in",
            "iob.bank.in",
            "iobnet.co.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "sms-debit",
                OUT,
                "Your a/c no. {account} debited by {amount} on {date} [for|towards|by] {narration}",
                Kind.OTHER,
                Sample(
                    "Your a/c no. XXXXX3345 debited by Rs.410.00 on 06-05-26 for UPI/612655443322/MURUGAN STORES. Avl Bal Rs.1,910.00",
                    "410.00 INR",
                    counterparty="MURUGAN STORES",
                    account="3345",
                    when="2026-05-06",
                    reference="612655443322",
                    kind=Kind.TRANSFER,
                ),
            ),
        ),
    ),
)
