"""GCash. Wallet, Philippines."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "gcash",
        "GCash",
        ("gcash.com",),
        "PH",
        "PHP",
        (
            Layout(
                "express-send",
                OUT,
                "you have sent money&&express send",
                {"To": "counterparty", "Amount": "amount", "Ref. No": "reference", "Date": "datetime"},
                Kind.TRANSFER,
                Sample(
                    "Express Send\nTo\nMA****A C. +63917*****21\nAmount\n₱1,500.00\nRef. No.\n5021 884 410277\nDate\nMar 16, 2026 10:20 AM\nYour GCash monthly limit is ₱100,000.00.",
                    "1500.00 PHP",
                    counterparty="MA****A C.",
                    when="2026-03-16T10:20:00",
                    reference="5021 884 410277",
                    subject="You have sent money via GCash",
                ),
                also=("To {counterparty} +63",),
                seen=True,
            ),
            Format(
                "received",
                IN,
                "You have received {amount} of GCash from {counterparty} on {datetime}. [Ref. No.|Reference No.|Ref No.] {reference}",
                Kind.TRANSFER,
                Sample(
                    "You have received PHP 750.00 of GCash from JO****N B. on 03/18/2026 08:14 AM. Ref. No. 5021884417720.",
                    "750.00 PHP",
                    counterparty="JO****N B.",
                    when="2026-03-18T08:14:00",
                    reference="5021884417720",
                ),
            ),
        ),
        month_first=True,
        aliases=("gcash",),
    ),
)
