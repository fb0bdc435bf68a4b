"""Standard Bank. Card and account alerts, South Africa."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "standard-bank",
        "Standard Bank",
        ("standardbank.co.za",),
        "ZA",
        "ZAR",
        (
            Format(
                "card-spend",
                OUT,
                "[A|Your] [purchase|transaction|payment] of {amount} [was made |has been made |]at {counterparty} [was made |has been made |][with|using|on] your [Standard Bank |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending with |ending |no. |number |]{account} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of R145.20 was made at HILLSIDE BOOKS with your Standard Bank debit card ending in 4409 on 06/05/2026.",
                    "145.20 ZAR",
                    counterparty="HILLSIDE BOOKS",
                    account="4409",
                    when="2026-05-06",
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|was] [credited|deposited|paid] [to|into] your [Standard Bank |]account [ending in |ending with |ending |no. |number |]{account} [from|by] {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "R980.00 has been credited to your account 4409 from LAKE TRADING on 07/05/2026.",
                    "980.00 ZAR",
                    counterparty="LAKE TRADING",
                    account="4409",
                    when="2026-05-07",
                ),
            ),
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|was] [debited|paid|transferred] from your [Standard Bank |]account [ending in |ending with |ending |no. |number |]{account} to {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "R310.00 has been debited from your account 4409 to RENT OFFICE on 08/05/2026.",
                    "310.00 ZAR",
                    counterparty="RENT OFFICE",
                    account="4409",
                    when="2026-05-08",
                ),
            ),
            Format(
                "cash",
                OUT,
                "{amount} [has been|was] withdrawn from your [Standard Bank |]account [ending in |ending with |ending |no. |number |]{account} at {counterparty} on {datetime}",
                Kind.WITHDRAWAL,
                Sample(
                    "R200.00 was withdrawn from your account 4409 at ATM MAIN STREET on 09/05/2026.",
                    "200.00 ZAR",
                    counterparty="ATM MAIN STREET",
                    account="4409",
                    when="2026-05-09",
                ),
            ),
        ),
        aliases=("standardbank",),
    ),
)
