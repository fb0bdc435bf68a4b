"""Hang Seng Bank. Card and account alerts, Hong Kong."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "hang-seng",
        "Hang Seng Bank",
        ("hangseng.com",),
        "HK",
        "HKD",
        (
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|was] [debited|paid|transferred] from your [Hang Seng Bank |]account [ending in |ending with |ending |no. |number |]{account} to {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "HKD 310.00 has been debited from your account 7722 to RENT OFFICE on 08/05/2026.",
                    "310.00 HKD",
                    counterparty="RENT OFFICE",
                    account="7722",
                    when="2026-05-08",
                ),
            ),
        ),
        aliases=("hangseng",),
    ),
)
