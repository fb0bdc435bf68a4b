"""Public Bank. Card and account alerts, Malaysia."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "public-bank",
        "Public Bank",
        (
            "publicbank.com.my",
            "pbebank.com",
        ),
        "MY",
        "MYR",
        (
            Format(
                "card-spend",
                OUT,
                "[A|Your] [purchase|transaction|payment] of {amount} [was made |has been made |]at {counterparty} [was made |has been made |][with|using|on] your [Public Bank |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending with |ending |no. |number |]{account} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of RM 145.20 was made at HILLSIDE BOOKS with your Public Bank debit card ending in 6699 on 06/05/2026.",
                    "145.20 MYR",
                    counterparty="HILLSIDE BOOKS",
                    account="6699",
                    when="2026-05-06",
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|was] [credited|deposited|paid] [to|into] your [Public Bank |]account [ending in |ending with |ending |no. |number |]{account} [from|by] {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "RM 980.00 has been credited to your account 6699 from LAKE TRADING on 07/05/2026.",
                    "980.00 MYR",
                    counterparty="LAKE TRADING",
                    account="6699",
                    when="2026-05-07",
                ),
            ),
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|was] [debited|paid|transferred] from your [Public Bank |]account [ending in |ending with |ending |no. |number |]{account} to {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "RM 310.00 has been debited from your account 6699 to RENT OFFICE on 08/05/2026.",
                    "310.00 MYR",
                    counterparty="RENT OFFICE",
                    account="6699",
                    when="2026-05-08",
                ),
            ),
            Format(
                "cash",
                OUT,
                "{amount} [has been|was] withdrawn from your [Public Bank |]account [ending in |ending with |ending |no. |number |]{account} at {counterparty} on {datetime}",
                Kind.WITHDRAWAL,
                Sample(
                    "RM 200.00 was withdrawn from your account 6699 at ATM MAIN STREET on 09/05/2026.",
                    "200.00 MYR",
                    counterparty="ATM MAIN STREET",
                    account="6699",
                    when="2026-05-09",
                ),
            ),
        ),
        aliases=("pbebank",),
    ),
)
