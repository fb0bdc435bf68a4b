"""Jammu and Kashmir Bank. Account and card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "jk-bank",
        "J&K Bank",
        (
            "jkbank.com",
            "jkbankonline.com",
            "jkb.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|is|was] debited from your J&K Bank [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 4609.91 has been debited from your J&K Bank A/c XX1628 on 08-05-2026 towards UPI/612411628778/GIRI TREKS. Available balance is INR 8,120.40.",
                    "4609.91 INR",
                    counterparty="GIRI TREKS",
                    account="1628",
                    when="2026-05-08",
                    reference="612411628778",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|is|was] credited to your J&K Bank [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 4945.55 has been credited to your J&K Bank A/c XX1628 on 02-05-2026 by NEFT/UTIBN52026051628/HARI OM GRAINS. Available balance is INR 18,120.40.",
                    "4945.55 INR",
                    counterparty="HARI OM GRAINS",
                    account="1628",
                    when="2026-05-02",
                    reference="UTIBN52026051628",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-debit",
                OUT,
                "[Your|your] J&K Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] debited [by|for|with] {amount} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your J&K Bank A/c XX1628 is debited for Rs.5281.19 on 23-05-2026 towards IMPS/613111628119/INDRA PUMPS. Avl Bal Rs.7,010.22.",
                    "5281.19 INR",
                    counterparty="INDRA PUMPS",
                    account="1628",
                    when="2026-05-23",
                    reference="613111628119",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-credit",
                IN,
                "[Your|your] J&K Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] credited [by|for|with] {amount} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your J&K Bank A/c XX1628 is credited with Rs.5617.73 on 17-05-2026 by UPI/613211628220/JAYA LAMPS. Avl Bal Rs.17,010.22.",
                    "5617.73 INR",
                    counterparty="JAYA LAMPS",
                    account="1628",
                    when="2026-05-17",
                    reference="613211628220",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "atm",
                OUT,
                "{amount} [has been |was |is |]withdrawn from your J&K Bank [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} on {datetime} at {counterparty}",
                Kind.WITHDRAWAL,
                Sample(
                    "Rs.2000 has been withdrawn from your J&K Bank A/c XX1628 on 27-05-2026 18:20:11 at ATM KIRTI MUSIC. Avl Bal Rs.5,010.22.",
                    "2000 INR",
                    counterparty="ATM KIRTI MUSIC",
                    account="1628",
                    when="2026-05-27T18:20:11",
                ),
            ),
            Format(
                "card-spend",
                OUT,
                "{amount} [has been |was |is |]spent on your J&K Bank [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "INR 6219.61 was spent on your J&K Bank Credit Card ending 4618 at LALIT PAINTS on 22-05-2026 at 14:05:09.",
                    "6219.61 INR",
                    counterparty="LALIT PAINTS",
                    account="4618",
                    when="2026-05-22T14:05:09",
                ),
            ),
            Format(
                "card-used",
                OUT,
                "[Your|your] J&K Bank [Credit Card|Debit Card|Card] [ending |ending with |ending in |no. |No. |]{account} [has been|was|is] used for [a transaction of |]{amount} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Your J&K Bank Debit Card ending 4618 has been used for Rs.6555.25 at MEGHA TYRES on 16-05-2026 11:42:30.",
                    "6555.25 INR",
                    counterparty="MEGHA TYRES",
                    account="4618",
                    when="2026-05-16T11:42:30",
                ),
            ),
            Format(
                "card-bill",
                IN,
                "[payment|Payment] of {amount} [has been |was |]received [towards|on|for] your J&K Bank [Credit Card|Card] [ending |ending with |ending in |no. |No. |]{account} on {datetime}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Thank you. Your payment of Rs.6891.79 has been received towards your J&K Bank Credit Card ending 4618 on 10-05-2026.",
                    "6891.79 INR",
                    account="4618",
                    when="2026-05-10",
                ),
            ),
        ),
        aliases=("jkbank",),
    ),
)
