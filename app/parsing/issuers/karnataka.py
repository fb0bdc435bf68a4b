"""Karnataka Bank. Account and card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "karnataka",
        "Karnataka Bank",
        (
            "ktkbank.com",
            "ktkbank.in",
            "karnatakabank.com",
            "karnatakabank.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|is|was] debited from your Karnataka Bank [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 6749.31 has been debited from your Karnataka Bank A/c XX6888 on 27-05-2026 towards UPI/612416888778/HIMA FRUITS. Available balance is INR 8,120.40.",
                    "6749.31 INR",
                    counterparty="HIMA FRUITS",
                    account="6888",
                    when="2026-05-27",
                    reference="612416888778",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|is|was] credited to your Karnataka Bank [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 7085.85 has been credited to your Karnataka Bank A/c XX6888 on 21-05-2026 by NEFT/UTIBN52026056888/JALSA RESTO. Available balance is INR 18,120.40.",
                    "7085.85 INR",
                    counterparty="JALSA RESTO",
                    account="6888",
                    when="2026-05-21",
                    reference="UTIBN52026056888",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-debit",
                OUT,
                "[Your|your] Karnataka Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] debited [by|for|with] {amount} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your Karnataka Bank A/c XX6888 is debited for Rs.7421.49 on 15-05-2026 towards IMPS/613116888119/MORNING STAR. Avl Bal Rs.7,010.22.",
                    "7421.49 INR",
                    counterparty="MORNING STAR",
                    account="6888",
                    when="2026-05-15",
                    reference="613116888119",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-credit",
                IN,
                "[Your|your] Karnataka Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] credited [by|for|with] {amount} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your Karnataka Bank A/c XX6888 is credited with Rs.7757.13 on 09-05-2026 by UPI/613216888220/NAVYA MART. Avl Bal Rs.17,010.22.",
                    "7757.13 INR",
                    counterparty="NAVYA MART",
                    account="6888",
                    when="2026-05-09",
                    reference="613216888220",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "atm",
                OUT,
                "{amount} [has been |was |is |]withdrawn from your Karnataka Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} on {datetime} at {counterparty}",
                Kind.WITHDRAWAL,
                Sample(
                    "Rs.2000 has been withdrawn from your Karnataka Bank A/c XX6888 on 19-05-2026 18:20:11 at ATM OMKAR AUTO. Avl Bal Rs.5,010.22.",
                    "2000 INR",
                    counterparty="ATM OMKAR AUTO",
                    account="6888",
                    when="2026-05-19T18:20:11",
                ),
            ),
            Format(
                "card-spend",
                OUT,
                "{amount} [has been |was |is |]spent on your Karnataka Bank [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "INR 8359.91 was spent on your Karnataka Bank Credit Card ending 9878 at PADMA GIFTS on 14-05-2026 at 14:05:09.",
                    "8359.91 INR",
                    counterparty="PADMA GIFTS",
                    account="9878",
                    when="2026-05-14T14:05:09",
                ),
            ),
            Format(
                "card-used",
                OUT,
                "[Your|your] Karnataka Bank [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} [has been|was|is] used for [a transaction of |]{amount} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Your Karnataka Bank Debit Card ending 9878 has been used for Rs.8695.55 at RAGINI ARTS on 08-05-2026 11:42:30.",
                    "8695.55 INR",
                    counterparty="RAGINI ARTS",
                    account="9878",
                    when="2026-05-08T11:42:30",
                ),
            ),
            Format(
                "card-bill",
                IN,
                "[payment|Payment] of {amount} [has been |was |]received [towards|on|for] your Karnataka Bank [Credit Card|Card] [ending |ending with |ending in |no. |No. |]{account} on {datetime}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Thank you. Your payment of Rs.9031.19 has been received towards your Karnataka Bank Credit Card ending 9878 on 02-05-2026.",
                    "9031.19 INR",
                    account="9878",
                    when="2026-05-02",
                ),
            ),
        ),
        aliases=("karnatakabank",),
    ),
)
