"""AU Small Finance Bank. Account, UPI and card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "au",
        "AU Small Finance Bank",
        (
            "aubank.in",
            "au.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "upi-debit",
                OUT,
                "Debited {amount} from A/c {account} on {date} UPI/[DR/|CR/|P2M/|P2A/|]{reference}/{counterparty} Bal",
                Kind.TRANSFER,
                Sample(
                    "Debited INR 175.00 from A/c X7013 on 01-MAR-2026\nUPI/606012360645/JANATA DAIRY\nBal",
                    "175.00 INR",
                    counterparty="JANATA DAIRY",
                    account="7013",
                    when="2026-03-01",
                    reference="606012360645",
                ),
                seen=True,
            ),
            Format(
                "upi-credit",
                IN,
                "Credited {amount} to A/c {account} on {date} UPI/[DR/|CR/|P2M/|P2A/|]{reference}/{counterparty} Bal",
                Kind.TRANSFER,
                Sample(
                    "Credited INR 300.00 to A/c X7013 on 01-MAR-2026\nUPI/606012360999/LATA MENON\nBal INR 10,740.00.",
                    "300.00 INR",
                    counterparty="LATA MENON",
                    account="7013",
                    when="2026-03-01",
                    reference="606012360999",
                ),
            ),
            Format(
                "card-spend",
                OUT,
                "{amount} spent at {counterparty} on AU Bank Credit Card {account} {datetime}. Not you",
                Kind.PURCHASE,
                Sample(
                    "INR 274.50 spent at MESSENGER PREMIUM on AU Bank Credit Card x1234 21-03-2026 05:49:40 PM. Not you",
                    "274.50 INR",
                    counterparty="MESSENGER PREMIUM",
                    account="1234",
                    when="2026-03-21T17:49:40",
                ),
                seen=True,
            ),
            Format(
                "account-debit",
                OUT,
                "Debited {amount} from A/c {account} on {date} [Info|towards|for] {narration} Bal",
                Kind.OTHER,
                Sample(
                    "Debited INR 590.00 from A/c X7013 on 03-MAY-2026\nInfo ACH-LOTUS MUTUAL FUND-221\nBal INR 9,100.00",
                    "590.00 INR",
                    counterparty="LOTUS MUTUAL FUND",
                    account="7013",
                    when="2026-05-03",
                    kind=Kind.BILL_PAYMENT,
                ),
            ),
            Format(
                "account-credit",
                IN,
                "Credited {amount} to A/c {account} on {date} [Info|towards|by] {narration} Bal",
                Kind.OTHER,
                Sample(
                    "Credited INR 15,000.00 to A/c X7013 on 04-MAY-2026\nInfo NEFT-HSBC0560002-LUMEN SYSTEMS-HSBCN52026050401122\nBal INR 24,100.00",
                    "15000.00 INR",
                    counterparty="LUMEN SYSTEMS",
                    account="7013",
                    when="2026-05-04",
                    reference="HSBCN52026050401122",
                    kind=Kind.TRANSFER,
                ),
            ),
        ),
    ),
)
