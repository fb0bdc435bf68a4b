"""DCB Bank. Accounts and cards, Niyo's among them."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "dcb",
        "DCB Bank",
        (
            "dcbbank.com",
            "dcb.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|is|was] debited from your DCB Bank [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 859.91 has been debited from your DCB Bank A/c XX2378 on 02-05-2026 towards UPI/612412378778/VIBHA PARLOUR. Available balance is INR 8,120.40.",
                    "859.91 INR",
                    counterparty="VIBHA PARLOUR",
                    account="2378",
                    when="2026-05-02",
                    reference="612412378778",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|is|was] credited to your DCB Bank [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 1195.55 has been credited to your DCB Bank A/c XX2378 on 23-05-2026 by NEFT/UTIBN52026052378/WARLI CRAFTS. Available balance is INR 18,120.40.",
                    "1195.55 INR",
                    counterparty="WARLI CRAFTS",
                    account="2378",
                    when="2026-05-23",
                    reference="UTIBN52026052378",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-debit",
                OUT,
                "[Your|your] DCB Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] debited [by|for|with] {amount} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your DCB Bank A/c XX2378 is debited for Rs.1531.19 on 17-05-2026 towards IMPS/613112378119/ARNAV PRINTS. Avl Bal Rs.7,010.22.",
                    "1531.19 INR",
                    counterparty="ARNAV PRINTS",
                    account="2378",
                    when="2026-05-17",
                    reference="613112378119",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-credit",
                IN,
                "[Your|your] DCB Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] credited [by|for|with] {amount} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your DCB Bank A/c XX2378 is credited with Rs.1867.73 on 11-05-2026 by UPI/613212378220/BELA FASHION. Avl Bal Rs.17,010.22.",
                    "1867.73 INR",
                    counterparty="BELA FASHION",
                    account="2378",
                    when="2026-05-11",
                    reference="613212378220",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "atm",
                OUT,
                "{amount} [has been |was |is |]withdrawn from your DCB Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} on {datetime} at {counterparty}",
                Kind.WITHDRAWAL,
                Sample(
                    "Rs.2000 has been withdrawn from your DCB Bank A/c XX2378 on 21-05-2026 18:20:11 at ATM RIYA TEXTILES. Avl Bal Rs.5,010.22.",
                    "2000 INR",
                    counterparty="ATM RIYA TEXTILES",
                    account="2378",
                    when="2026-05-21T18:20:11",
                ),
            ),
            Format(
                "card-spend",
                OUT,
                "{amount} [has been |was |is |]spent on your DCB Bank [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "INR 2469.61 was spent on your DCB Bank Credit Card ending 5368 at GOPAL STORES on 16-05-2026 at 14:05:09.",
                    "2469.61 INR",
                    counterparty="GOPAL STORES",
                    account="5368",
                    when="2026-05-16T14:05:09",
                ),
            ),
            Format(
                "card-used",
                OUT,
                "[Your|your] DCB Bank [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} [has been|was|is] used for [a transaction of |]{amount} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Your DCB Bank Debit Card ending 5368 has been used for Rs.2805.25 at LEELA FOODS on 10-05-2026 11:42:30.",
                    "2805.25 INR",
                    counterparty="LEELA FOODS",
                    account="5368",
                    when="2026-05-10T11:42:30",
                ),
            ),
            Format(
                "card-bill",
                IN,
                "[payment|Payment] of {amount} [has been |was |]received [towards|on|for] your DCB Bank [Credit Card|Card] [ending |ending with |ending in |no. |No. |]{account} on {datetime}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Thank you. Your payment of Rs.3141.79 has been received towards your DCB Bank Credit Card ending 5368 on 04-05-2026.",
                    "3141.79 INR",
                    account="5368",
                    when="2026-05-04",
                ),
            ),
        ),
        aliases=("dcbbank",),
    ),
)
