"""Bank of Baroda. Account alerts of bob World, and BOBCARD."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "bob",
        "Bank of Baroda",
        (
            "bankofbaroda.bank.in",
            "bankofbaroda.com",
            "bobcard.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "debit",
                OUT,
                "{amount} debited from A/c no. {account} on {date} via bob World",
                Kind.TRANSFER,
                Sample(
                    "Rs.2,240.00 debited from A/c no. XXXXXX1765 on 16-01-26 via bob World.",
                    "2240.00 INR",
                    account="1765",
                    when="2026-01-16",
                ),
            ),
            Format(
                "credit",
                IN,
                "{amount} credited to A/c no. {account} on {date} via bob World",
                Kind.TRANSFER,
                Sample(
                    "Rs.8,000.00 credited to A/c no. XXXXXX1765 on 21-05-26 via bob World.",
                    "8000.00 INR",
                    account="1765",
                    when="2026-05-21",
                ),
            ),
            Format(
                "card-spend",
                OUT,
                "{amount} is spent on your BOBCARD ending {account} at {counterparty} on {datetime}. Available",
                Kind.PURCHASE,
                Sample(
                    "INR 1,500.00 is spent on your BOBCARD ending 9472 at RANG SAREES on 25-03-2026 10:30:00. Available",
                    "1500.00 INR",
                    counterparty="RANG SAREES",
                    account="9472",
                    when="2026-03-25T10:30:00",
                ),
            ),
        ),
    ),
)
