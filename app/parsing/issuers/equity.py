"""Equity Bank. Account alerts, Kenya."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "equity",
        "Equity Bank",
        (
            "equitybank.co.ke",
            "equitygroupholdings.com",
        ),
        "KE",
        "KES",
        (
            Format(
                "credit",
                IN,
                "{amount} has been credited to your account {account} by {counterparty} on {date} at {time}. Ref. {reference}",
                Kind.TRANSFER,
                Sample(
                    "Dear SAM, KES 18,250.00 has been credited to your account 01****1907 by OTIENO SAMPLE TRADERS on 04-03-2026 at 14:19. Ref. 60441TR2291. Available balance KES 20,118.40.",
                    "18250.00 KES",
                    counterparty="OTIENO SAMPLE TRADERS",
                    account="1907",
                    when="2026-03-04T14:19:00",
                    reference="60441TR2291",
                ),
                seen=True,
            ),
            Format(
                "debit",
                OUT,
                "{amount} has been debited from your account {account} to {counterparty} on {date} at {time}. Ref. {reference}",
                Kind.TRANSFER,
                Sample(
                    "Dear SAM, KES 2,100.00 has been debited from your account 01****1907 to WANJIKU SAMPLE on 05-03-2026 at 09:02. Ref. 60442TR1180. Available balance KES 18,018.40.",
                    "2100.00 KES",
                    counterparty="WANJIKU SAMPLE",
                    account="1907",
                    when="2026-03-05T09:02:00",
                    reference="60442TR1180",
                ),
            ),
        ),
    ),
)
