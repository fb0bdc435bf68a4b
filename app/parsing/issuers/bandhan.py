"""Bandhan Bank. Account and card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "bandhan",
        "Bandhan Bank",
        (
            "bandhanbank.com",
            "bandhan.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|is|was] debited from your Bandhan Bank [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 3484.46 has been debited from your Bandhan Bank A/c XX7253 on 26-05-2026 towards UPI/612417253778/ANAND MEDICALS. Available balance is INR 8,120.40.",
                    "3484.46 INR",
                    counterparty="ANAND MEDICALS",
                    account="7253",
                    when="2026-05-26",
                    reference="612417253778",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|is|was] credited to your Bandhan Bank [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 3820.10 has been credited to your Bandhan Bank A/c XX7253 on 20-05-2026 by NEFT/UTIBN52026057253/CITY LIGHTS. Available balance is INR 18,120.40.",
                    "3820.10 INR",
                    counterparty="CITY LIGHTS",
                    account="7253",
                    when="2026-05-20",
                    reference="UTIBN52026057253",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-debit",
                OUT,
                "[Your|your] Bandhan Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] debited [by|for|with] {amount} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your Bandhan Bank A/c XX7253 is debited for Rs.4156.64 on 14-05-2026 towards IMPS/613117253119/SURYA AGENCY. Avl Bal Rs.7,010.22.",
                    "4156.64 INR",
                    counterparty="SURYA AGENCY",
                    account="7253",
                    when="2026-05-14",
                    reference="613117253119",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-credit",
                IN,
                "[Your|your] Bandhan Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] credited [by|for|with] {amount} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your Bandhan Bank A/c XX7253 is credited with Rs.4492.28 on 08-05-2026 by UPI/613217253220/NAVRANG CAFE. Avl Bal Rs.17,010.22.",
                    "4492.28 INR",
                    counterparty="NAVRANG CAFE",
                    account="7253",
                    when="2026-05-08",
                    reference="613217253220",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "atm",
                OUT,
                "{amount} [has been |was |is |]withdrawn from your Bandhan Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} on {datetime} at {counterparty}",
                Kind.WITHDRAWAL,
                Sample(
                    "Rs.2000 has been withdrawn from your Bandhan Bank A/c XX7253 on 18-05-2026 18:20:11 at ATM MANDIRA BOOKS. Avl Bal Rs.5,010.22.",
                    "2000 INR",
                    counterparty="ATM MANDIRA BOOKS",
                    account="7253",
                    when="2026-05-18T18:20:11",
                ),
            ),
            Format(
                "card-spend",
                OUT,
                "{amount} [has been |was |is |]spent on your Bandhan Bank [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "INR 5094.16 was spent on your Bandhan Bank Credit Card ending 1243 at ORCHID STAYS on 13-05-2026 at 14:05:09.",
                    "5094.16 INR",
                    counterparty="ORCHID STAYS",
                    account="1243",
                    when="2026-05-13T14:05:09",
                ),
            ),
            Format(
                "card-used",
                OUT,
                "[Your|your] Bandhan Bank [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} [has been|was|is] used for [a transaction of |]{amount} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Your Bandhan Bank Debit Card ending 1243 has been used for Rs.5430.70 at PRAGATI TRADERS on 07-05-2026 11:42:30.",
                    "5430.70 INR",
                    counterparty="PRAGATI TRADERS",
                    account="1243",
                    when="2026-05-07T11:42:30",
                ),
            ),
            Format(
                "card-bill",
                IN,
                "[payment|Payment] of {amount} [has been |was |]received [towards|on|for] your Bandhan Bank [Credit Card|Card] [ending |ending with |ending in |no. |No. |]{account} on {datetime}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Thank you. Your payment of Rs.5766.34 has been received towards your Bandhan Bank Credit Card ending 1243 on 01-05-2026.",
                    "5766.34 INR",
                    account="1243",
                    when="2026-05-01",
                ),
            ),
        ),
        aliases=("bandhanbank",),
    ),
)
