"""Jana Small Finance Bank. Account alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "jana",
        "Jana Small Finance Bank",
        (
            "janabank.com",
            "jana.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "credit",
                IN,
                "Your Jana Bank A/c no. {account} is credited with {amount} on {date}. Info: {narration}",
                Kind.OTHER,
                Sample(
                    "Your Jana Bank A/c no. XX6643 is credited with INR 508.60 on 16-MAY-2026. Info: IMPS 625918610771 INNOVEST\nYour account balance is INR 7,720.68.",
                    "508.60 INR",
                    counterparty="INNOVEST",
                    account="6643",
                    when="2026-05-16",
                    reference="625918610771",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "debit",
                OUT,
                "Your Jana Bank A/c no. {account} is debited [with|for] {amount} on {date}. Info: {narration}",
                Kind.OTHER,
                Sample(
                    "Your Jana Bank A/c no. XX6643 is debited with INR 108.60 on 17-MAY-2026. Info: UPI/626018610771/KALYAN TEA\nYour account balance is INR 7,612.08.",
                    "108.60 INR",
                    counterparty="KALYAN TEA",
                    account="6643",
                    when="2026-05-17",
                    reference="626018610771",
                    kind=Kind.TRANSFER,
                ),
            ),
        ),
        aliases=("janabank",),
    ),
)
