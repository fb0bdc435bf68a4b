"""Bank of Maharashtra. UPI and NEFT alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "bom",
        "Bank of Maharashtra",
        (
            "mahabank.co.in",
            "bankofmaharashtra.in",
            "bankofmaharashtra.bank.in",
            "mahabank.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "upi-debit",
                OUT,
                "Your A/c No {account} debited by {amount} on {date} with UPI RRN :{rrn}",
                Kind.TRANSFER,
                Sample(
                    "Your A/c No xx 0967 debited by INR 363.00 on 28-MAR-2026 with UPI RRN :379672273425. A/c Bal is INR 0.13 CR and AVL Bal is INR 0.13 CR",
                    "363.00 INR",
                    account="0967",
                    when="2026-03-28",
                    reference="379672273425",
                ),
            ),
            Format(
                "upi-credit",
                IN,
                "Your A/c No {account} credited by {amount} on {date} with UPI RRN :{rrn}",
                Kind.TRANSFER,
                Sample(
                    "Your A/c No xx 0967 credited by INR 1,363.00 on 29-MAR-2026 with UPI RRN :379772273425. A/c Bal is INR 1363.13 CR",
                    "1363.00 INR",
                    account="0967",
                    when="2026-03-29",
                    reference="379772273425",
                ),
            ),
            Format(
                "neft-credit",
                IN,
                "Your A/c No {account} has been credited by {amount} on {date} {word} NEFT {reference} {counterparty}. A/c Bal",
                Kind.TRANSFER,
                Sample(
                    "Your A/c No xxxx0967 has been credited by Rs. 10,000.00 on 28-MAR-2026 IBKL0000998 NEFT IBKLN22026032859927978 PRAYAG INSURANCE DO. A/c Bal is Rs. 10,363.13CR and AVL Bal is Rs.10,363.13",
                    "10000.00 INR",
                    counterparty="PRAYAG INSURANCE DO",
                    account="0967",
                    when="2026-03-28",
                    reference="IBKLN22026032859927978",
                ),
            ),
        ),
        aliases=(
            "mahabank",
            "bankofmaharashtra",
        ),
    ),
)
