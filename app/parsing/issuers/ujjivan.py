"""Ujjivan Small Finance Bank. Account alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "ujjivan",
        "Ujjivan Small Finance Bank",
        (
            "ujjivansfb.in",
            "ujjivan.com",
            "ujjivan.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|is|was] debited from your Ujjivan [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 2359.91 has been debited from your Ujjivan A/c XX3878 on 17-05-2026 towards UPI/612413878778/YAMUNA HARDWARE. Available balance is INR 8,120.40.",
                    "2359.91 INR",
                    counterparty="YAMUNA HARDWARE",
                    account="3878",
                    when="2026-05-17",
                    reference="612413878778",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|is|was] credited to your Ujjivan [A/c|Account|account|a/c] [No. |No |no. |ending |ending with |]{account} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "INR 2695.55 has been credited to your Ujjivan A/c XX3878 on 11-05-2026 by NEFT/UTIBN52026053878/ZARI HOUSE. Available balance is INR 18,120.40.",
                    "2695.55 INR",
                    counterparty="ZARI HOUSE",
                    account="3878",
                    when="2026-05-11",
                    reference="UTIBN52026053878",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-debit",
                OUT,
                "[Your|your] Ujjivan [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] debited [by|for|with] {amount} on {datetime} [towards|for|by|via|to|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your Ujjivan A/c XX3878 is debited for Rs.3031.19 on 05-05-2026 towards IMPS/613113878119/ASHOKA PRESS. Avl Bal Rs.7,010.22.",
                    "3031.19 INR",
                    counterparty="ASHOKA PRESS",
                    account="3878",
                    when="2026-05-05",
                    reference="613113878119",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "your-account-credit",
                IN,
                "[Your|your] Ujjivan [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} [has been|is] credited [by|for|with] {amount} on {datetime} [towards|for|by|via|from|.Info:|. Info:] {narration}",
                Kind.OTHER,
                Sample(
                    "Your Ujjivan A/c XX3878 is credited with Rs.3367.73 on 26-05-2026 by UPI/613213878220/BHUMI ORGANICS. Avl Bal Rs.17,010.22.",
                    "3367.73 INR",
                    counterparty="BHUMI ORGANICS",
                    account="3878",
                    when="2026-05-26",
                    reference="613213878220",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "atm",
                OUT,
                "{amount} [has been |was |is |]withdrawn from your Ujjivan [A/c|Account|account|a/c] [No. |No |no. |ending |]{account} on {datetime} at {counterparty}",
                Kind.WITHDRAWAL,
                Sample(
                    "Rs.2000 has been withdrawn from your Ujjivan A/c XX3878 on 09-05-2026 18:20:11 at ATM CHITRA STUDIO. Avl Bal Rs.5,010.22.",
                    "2000 INR",
                    counterparty="ATM CHITRA STUDIO",
                    account="3878",
                    when="2026-05-09T18:20:11",
                ),
            ),
        ),
        aliases=("ujjivan",),
    ),
)
