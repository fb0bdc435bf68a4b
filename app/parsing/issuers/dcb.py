"""DCB Bank. Accounts and cards, Niyo's among them."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, Format, Issuer, Sample

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
        ),
        aliases=("dcbbank",),
    ),
)
