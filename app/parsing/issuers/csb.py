"""CSB Bank. Accounts and cards, those of Jupiter among them."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "csb",
        "CSB Bank",
        (
            "csb.co.in",
            "csb.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|is|was] debited from your CSB Bank [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 7234.46 has been debited from your CSB Bank A/c XX6503 on 05-05-2026 towards UPI/612416503778/NIRMAL SWEETS. Available balance is INR 8,120.40.",
                    "7234.46 INR",
                    counterparty="NIRMAL SWEETS",
                    account="6503",
                    when="2026-05-05",
                    reference="612416503778",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|is|was] credited to your CSB Bank [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 7570.10 has been credited to your CSB Bank A/c XX6503 on 26-05-2026 by NEFT/UTIBN52026056503/OJAS GYM. Available balance is INR 18,120.40.",
                    "7570.10 INR",
                    counterparty="OJAS GYM",
                    account="6503",
                    when="2026-05-26",
                    reference="UTIBN52026056503",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-debit",
                OUT,
                "[Your|your] CSB Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] debited [by|for|with] {amount} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your CSB Bank A/c XX6503 is debited for Rs.7906.64 on 20-05-2026 towards IMPS/613116503119/PRITHVI TOOLS. Avl Bal Rs.7,010.22.",
                    "7906.64 INR",
                    counterparty="PRITHVI TOOLS",
                    account="6503",
                    when="2026-05-20",
                    reference="613116503119",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-credit",
                IN,
                "[Your|your] CSB Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] credited [by|for|with] {amount} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your CSB Bank A/c XX6503 is credited with Rs.8242.28 on 14-05-2026 by UPI/613216503220/RAMBAN CANTEEN. Avl Bal Rs.17,010.22.",
                    "8242.28 INR",
                    counterparty="RAMBAN CANTEEN",
                    account="6503",
                    when="2026-05-14",
                    reference="613216503220",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "atm",
                OUT,
                "{amount} [has been |was |is |]withdrawn from your CSB Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} on {datetime} at {counterparty}",
                Kind.WITHDRAWAL,
                Sample(
                    "Rs.2000 has been withdrawn from your CSB Bank A/c XX6503 on 24-05-2026 18:20:11 at ATM SWARA SOUND. Avl Bal Rs.5,010.22.",
                    "2000 INR",
                    counterparty="ATM SWARA SOUND",
                    account="6503",
                    when="2026-05-24T18:20:11",
                ),
            ),
            Format(
                "card-spend",
                OUT,
                "{amount} [has been |was |is |]spent on your CSB Bank [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "INR 8844.16 was spent on your CSB Bank Credit Card ending 9493 at TULSI GARDEN on 19-05-2026 at 14:05:09.",
                    "8844.16 INR",
                    counterparty="TULSI GARDEN",
                    account="9493",
                    when="2026-05-19T14:05:09",
                ),
            ),
            Format(
                "card-used",
                OUT,
                "[Your|your] CSB Bank [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} [has been|was|is] used for [a transaction of |]{amount} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Your CSB Bank Debit Card ending 9493 has been used for Rs.180.70 at UTSAV EVENTS on 13-05-2026 11:42:30.",
                    "180.70 INR",
                    counterparty="UTSAV EVENTS",
                    account="9493",
                    when="2026-05-13T11:42:30",
                ),
            ),
            Format(
                "card-bill",
                IN,
                "[payment|Payment] of {amount} [has been |was |]received [towards|on|for] your CSB Bank [Credit Card|Card] [ending |ending with |ending in |no. |No. |]{account} on {datetime}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Thank you. Your payment of Rs.516.34 has been received towards your CSB Bank Credit Card ending 9493 on 07-05-2026.",
                    "516.34 INR",
                    account="9493",
                    when="2026-05-07",
                ),
            ),
        ),
    ),
)
