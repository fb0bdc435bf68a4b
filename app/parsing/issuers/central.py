"""Central Bank of India. Account and card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "central-bank",
        "Central Bank of India",
        (
            "centralbankofindia.co.in",
            "centralbank.bank.in",
            "cbi.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|is|was] debited from your Central Bank [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 5249.31 has been debited from your Central Bank A/c XX5388 on 12-05-2026 towards UPI/612415388778/JAYA LAMPS. Available balance is INR 8,120.40.",
                    "5249.31 INR",
                    counterparty="JAYA LAMPS",
                    account="5388",
                    when="2026-05-12",
                    reference="612415388778",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|is|was] credited to your Central Bank [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 5585.85 has been credited to your Central Bank A/c XX5388 on 06-05-2026 by NEFT/UTIBN52026055388/KIRTI MUSIC. Available balance is INR 18,120.40.",
                    "5585.85 INR",
                    counterparty="KIRTI MUSIC",
                    account="5388",
                    when="2026-05-06",
                    reference="UTIBN52026055388",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-debit",
                OUT,
                "[Your|your] Central Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] debited [by|for|with] {amount} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your Central Bank A/c XX5388 is debited for Rs.5921.49 on 27-05-2026 towards IMPS/613115388119/LALIT PAINTS. Avl Bal Rs.7,010.22.",
                    "5921.49 INR",
                    counterparty="LALIT PAINTS",
                    account="5388",
                    when="2026-05-27",
                    reference="613115388119",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-credit",
                IN,
                "[Your|your] Central Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] credited [by|for|with] {amount} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your Central Bank A/c XX5388 is credited with Rs.6257.13 on 21-05-2026 by UPI/613215388220/MEGHA TYRES. Avl Bal Rs.17,010.22.",
                    "6257.13 INR",
                    counterparty="MEGHA TYRES",
                    account="5388",
                    when="2026-05-21",
                    reference="613215388220",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "atm",
                OUT,
                "{amount} [has been |was |is |]withdrawn from your Central Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} on {datetime} at {counterparty}",
                Kind.WITHDRAWAL,
                Sample(
                    "Rs.2000 has been withdrawn from your Central Bank A/c XX5388 on 04-05-2026 18:20:11 at ATM NIRMAL SWEETS. Avl Bal Rs.5,010.22.",
                    "2000 INR",
                    counterparty="ATM NIRMAL SWEETS",
                    account="5388",
                    when="2026-05-04T18:20:11",
                ),
            ),
            Format(
                "card-spend",
                OUT,
                "{amount} [has been |was |is |]spent on your Central Bank [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "INR 6859.91 was spent on your Central Bank Credit Card ending 8378 at OJAS GYM on 26-05-2026 at 14:05:09.",
                    "6859.91 INR",
                    counterparty="OJAS GYM",
                    account="8378",
                    when="2026-05-26T14:05:09",
                ),
            ),
            Format(
                "card-used",
                OUT,
                "[Your|your] Central Bank [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} [has been|was|is] used for [a transaction of |]{amount} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Your Central Bank Debit Card ending 8378 has been used for Rs.7195.55 at PRITHVI TOOLS on 20-05-2026 11:42:30.",
                    "7195.55 INR",
                    counterparty="PRITHVI TOOLS",
                    account="8378",
                    when="2026-05-20T11:42:30",
                ),
            ),
            Format(
                "card-bill",
                IN,
                "[payment|Payment] of {amount} [has been |was |]received [towards|on|for] your Central Bank [Credit Card|Card] [ending |ending with |ending in |no. |No. |]{account} on {datetime}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Thank you. Your payment of Rs.7531.19 has been received towards your Central Bank Credit Card ending 8378 on 14-05-2026.",
                    "7531.19 INR",
                    account="8378",
                    when="2026-05-14",
                ),
            ),
        ),
    ),
)
