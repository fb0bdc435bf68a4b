"""Hang Seng Bank. Card and account alerts, Hong Kong."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "hang-seng",
        "Hang Seng Bank",
        ("hangseng.com",),
        "HK",
        "HKD",
        (
            Format(
                "card-spend",
                OUT,
                "[A|Your] [purchase|transaction|payment] of {amount} [was made |has been made |]at {counterparty} [was made |has been made |][with|using|on] your [Hang Seng Bank |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending with |ending |no. |number |]{account} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of HKD 145.20 was made at HILLSIDE BOOKS with your Hang Seng Bank debit card ending in 7722 on 06/05/2026.",
                    "145.20 HKD",
                    counterparty="HILLSIDE BOOKS",
                    account="7722",
                    when="2026-05-06",
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|was] [credited|deposited|paid] [to|into] your [Hang Seng Bank |]account [ending in |ending with |ending |no. |number |]{account} [from|by] {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "HKD 980.00 has been credited to your account 7722 from LAKE TRADING on 07/05/2026.",
                    "980.00 HKD",
                    counterparty="LAKE TRADING",
                    account="7722",
                    when="2026-05-07",
                ),
            ),
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
            Format(
                "cash",
                OUT,
                "{amount} [has been|was] withdrawn from your [Hang Seng Bank |]account [ending in |ending with |ending |no. |number |]{account} at {counterparty} on {datetime}",
                Kind.WITHDRAWAL,
                Sample(
                    "HKD 200.00 was withdrawn from your account 7722 at ATM MAIN STREET on 09/05/2026.",
                    "200.00 HKD",
                    counterparty="ATM MAIN STREET",
                    account="7722",
                    when="2026-05-09",
                ),
            ),
        ),
        aliases=("hangseng",),
    ),
)
