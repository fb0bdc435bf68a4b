"""Karur Vysya Bank. Account and card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "kvb",
        "Karur Vysya Bank",
        (
            "kvb.co.in",
            "kvbmail.com",
            "kvb.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|is|was] debited from your KVB [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 374.76 has been debited from your KVB A/c XX2763 on 24-05-2026 towards UPI/612412763778/SAGAR FISH. Available balance is INR 8,120.40.",
                    "374.76 INR",
                    counterparty="SAGAR FISH",
                    account="2763",
                    when="2026-05-24",
                    reference="612412763778",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|is|was] credited to your KVB [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 710.40 has been credited to your KVB A/c XX2763 on 18-05-2026 by NEFT/UTIBN52026052763/TARA OPTICALS. Available balance is INR 18,120.40.",
                    "710.40 INR",
                    counterparty="TARA OPTICALS",
                    account="2763",
                    when="2026-05-18",
                    reference="UTIBN52026052763",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-debit",
                OUT,
                "[Your|your] KVB [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] debited [by|for|with] {amount} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your KVB A/c XX2763 is debited for Rs.1046.94 on 12-05-2026 towards IMPS/613112763119/UMA TAILORS. Avl Bal Rs.7,010.22.",
                    "1046.94 INR",
                    counterparty="UMA TAILORS",
                    account="2763",
                    when="2026-05-12",
                    reference="613112763119",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-credit",
                IN,
                "[Your|your] KVB [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] credited [by|for|with] {amount} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your KVB A/c XX2763 is credited with Rs.1382.58 on 06-05-2026 by UPI/613212763220/VARUNA FUEL. Avl Bal Rs.17,010.22.",
                    "1382.58 INR",
                    counterparty="VARUNA FUEL",
                    account="2763",
                    when="2026-05-06",
                    reference="613212763220",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "atm",
                OUT,
                "{amount} [has been |was |is |]withdrawn from your KVB [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} on {datetime} at {counterparty}",
                Kind.WITHDRAWAL,
                Sample(
                    "Rs.2000 has been withdrawn from your KVB A/c XX2763 on 16-05-2026 18:20:11 at ATM YAMUNA HARDWARE. Avl Bal Rs.5,010.22.",
                    "2000 INR",
                    counterparty="ATM YAMUNA HARDWARE",
                    account="2763",
                    when="2026-05-16T18:20:11",
                ),
            ),
            Format(
                "card-spend",
                OUT,
                "{amount} [has been |was |is |]spent on your KVB [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "INR 1984.46 was spent on your KVB Credit Card ending 5753 at ZARI HOUSE on 11-05-2026 at 14:05:09.",
                    "1984.46 INR",
                    counterparty="ZARI HOUSE",
                    account="5753",
                    when="2026-05-11T14:05:09",
                ),
            ),
            Format(
                "card-used",
                OUT,
                "[Your|your] KVB [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} [has been|was|is] used for [a transaction of |]{amount} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Your KVB Debit Card ending 5753 has been used for Rs.2320.10 at ASHOKA PRESS on 05-05-2026 11:42:30.",
                    "2320.10 INR",
                    counterparty="ASHOKA PRESS",
                    account="5753",
                    when="2026-05-05T11:42:30",
                ),
            ),
            Format(
                "card-bill",
                IN,
                "[payment|Payment] of {amount} [has been |was |]received [towards|on|for] your KVB [Credit Card|Card] [ending |ending with |ending in |no. |No. |]{account} on {datetime}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Thank you. Your payment of Rs.2656.64 has been received towards your KVB Credit Card ending 5753 on 26-05-2026.",
                    "2656.64 INR",
                    account="5753",
                    when="2026-05-26",
                ),
            ),
        ),
    ),
)
