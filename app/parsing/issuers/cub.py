"""City Union Bank. Account alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "cub",
        "City Union Bank",
        (
            "cityunionbank.com",
            "cityunionbank.in",
            "cityunionbank.bank.in",
            "cub.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|is|was] debited from your CUB [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 2999.31 has been debited from your CUB A/c XX7638 on 21-05-2026 towards UPI/612417638778/BHUMI ORGANICS. Available balance is INR 8,120.40.",
                    "2999.31 INR",
                    counterparty="BHUMI ORGANICS",
                    account="7638",
                    when="2026-05-21",
                    reference="612417638778",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|is|was] credited to your CUB [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 3335.85 has been credited to your CUB A/c XX7638 on 15-05-2026 by NEFT/UTIBN52026057638/CHITRA STUDIO. Available balance is INR 18,120.40.",
                    "3335.85 INR",
                    counterparty="CHITRA STUDIO",
                    account="7638",
                    when="2026-05-15",
                    reference="UTIBN52026057638",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-debit",
                OUT,
                "[Your|your] CUB [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] debited [by|for|with] {amount} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your CUB A/c XX7638 is debited for Rs.3671.49 on 09-05-2026 towards IMPS/613117638119/DHARA OILS. Avl Bal Rs.7,010.22.",
                    "3671.49 INR",
                    counterparty="DHARA OILS",
                    account="7638",
                    when="2026-05-09",
                    reference="613117638119",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-credit",
                IN,
                "[Your|your] CUB [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] credited [by|for|with] {amount} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your CUB A/c XX7638 is credited with Rs.4007.13 on 03-05-2026 by UPI/613217638220/ESHA BAKERS. Avl Bal Rs.17,010.22.",
                    "4007.13 INR",
                    counterparty="ESHA BAKERS",
                    account="7638",
                    when="2026-05-03",
                    reference="613217638220",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "atm",
                OUT,
                "{amount} [has been |was |is |]withdrawn from your CUB [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} on {datetime} at {counterparty}",
                Kind.WITHDRAWAL,
                Sample(
                    "Rs.2000 has been withdrawn from your CUB A/c XX7638 on 13-05-2026 18:20:11 at ATM FALGUNI HALL. Avl Bal Rs.5,010.22.",
                    "2000 INR",
                    counterparty="ATM FALGUNI HALL",
                    account="7638",
                    when="2026-05-13T18:20:11",
                ),
            ),
        ),
        aliases=("cityunionbank",),
    ),
)
