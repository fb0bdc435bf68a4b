"""RBL Bank. Accounts and cards. Old sender domain rblbank.com, new rbl.bank.in."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "rbl",
        "RBL Bank",
        (
            "rblbank.com",
            "rbl.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|is|was] debited from your RBL Bank [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 3749.31 has been debited from your RBL Bank A/c XX3888 on 24-05-2026 towards UPI/612413888778/MANDIRA BOOKS. Available balance is INR 8,120.40.",
                    "3749.31 INR",
                    counterparty="MANDIRA BOOKS",
                    account="3888",
                    when="2026-05-24",
                    reference="612413888778",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|is|was] credited to your RBL Bank [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 4085.85 has been credited to your RBL Bank A/c XX3888 on 18-05-2026 by NEFT/UTIBN52026053888/ORCHID STAYS. Available balance is INR 18,120.40.",
                    "4085.85 INR",
                    counterparty="ORCHID STAYS",
                    account="3888",
                    when="2026-05-18",
                    reference="UTIBN52026053888",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-debit",
                OUT,
                "[Your|your] RBL Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] debited [by|for|with] {amount} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your RBL Bank A/c XX3888 is debited for Rs.4421.49 on 12-05-2026 towards IMPS/613113888119/PRAGATI TRADERS. Avl Bal Rs.7,010.22.",
                    "4421.49 INR",
                    counterparty="PRAGATI TRADERS",
                    account="3888",
                    when="2026-05-12",
                    reference="613113888119",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-credit",
                IN,
                "[Your|your] RBL Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] credited [by|for|with] {amount} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your RBL Bank A/c XX3888 is credited with Rs.4757.13 on 06-05-2026 by UPI/613213888220/DEEPAM SILKS. Avl Bal Rs.17,010.22.",
                    "4757.13 INR",
                    counterparty="DEEPAM SILKS",
                    account="3888",
                    when="2026-05-06",
                    reference="613213888220",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "atm",
                OUT,
                "{amount} [has been |was |is |]withdrawn from your RBL Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} on {datetime} at {counterparty}",
                Kind.WITHDRAWAL,
                Sample(
                    "Rs.2000 has been withdrawn from your RBL Bank A/c XX3888 on 16-05-2026 18:20:11 at ATM KAVERI TRAVELS. Avl Bal Rs.5,010.22.",
                    "2000 INR",
                    counterparty="ATM KAVERI TRAVELS",
                    account="3888",
                    when="2026-05-16T18:20:11",
                ),
            ),
            Format(
                "card-spend",
                OUT,
                "{amount} [has been |was |is |]spent on your RBL Bank [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "INR 5359.91 was spent on your RBL Bank Credit Card ending 6878 at GANGA DAIRY on 11-05-2026 at 14:05:09.",
                    "5359.91 INR",
                    counterparty="GANGA DAIRY",
                    account="6878",
                    when="2026-05-11T14:05:09",
                ),
            ),
            Format(
                "card-used",
                OUT,
                "[Your|your] RBL Bank [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} [has been|was|is] used for [a transaction of |]{amount} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Your RBL Bank Debit Card ending 6878 has been used for Rs.5695.55 at HIMA FRUITS on 05-05-2026 11:42:30.",
                    "5695.55 INR",
                    counterparty="HIMA FRUITS",
                    account="6878",
                    when="2026-05-05T11:42:30",
                ),
            ),
            Format(
                "card-bill",
                IN,
                "[payment|Payment] of {amount} [has been |was |]received [towards|on|for] your RBL Bank [Credit Card|Card] [ending |ending with |ending in |no. |No. |]{account} on {datetime}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Thank you. Your payment of Rs.6031.19 has been received towards your RBL Bank Credit Card ending 6878 on 26-05-2026.",
                    "6031.19 INR",
                    account="6878",
                    when="2026-05-26",
                ),
            ),
            Format(
                "account-credited-with",
                IN,
                "Your account is credited with {amount}",
                Kind.OTHER,
                Sample("Greetings from RBL Bank! Your account is credited with INR 1282.05.", "1282.05 INR"),
            ),
        ),
        aliases=("rblbank",),
    ),
)
