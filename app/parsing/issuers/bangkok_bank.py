"""Bangkok Bank. Card and account alerts, Thailand."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "bangkok-bank",
        "Bangkok Bank",
        ("bangkokbank.com",),
        "TH",
        "THB",
        (
            Format(
                "card-spend",
                OUT,
                "[A|Your] [purchase|transaction|payment] of {amount} [was made |has been made |]at {counterparty} [was made |has been made |][with|using|on] your [Bangkok Bank |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending with |ending |no. |number |]{account} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of THB 145.20 was made at HILLSIDE BOOKS with your Bangkok Bank debit card ending in 7744 on 06/05/2026.",
                    "145.20 THB",
                    counterparty="HILLSIDE BOOKS",
                    account="7744",
                    when="2026-05-06",
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|was] [credited|deposited|paid] [to|into] your [Bangkok Bank |]account [ending in |ending with |ending |no. |number |]{account} [from|by] {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "THB 980.00 has been credited to your account 7744 from LAKE TRADING on 07/05/2026.",
                    "980.00 THB",
                    counterparty="LAKE TRADING",
                    account="7744",
                    when="2026-05-07",
                ),
            ),
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|was] [debited|paid|transferred] from your [Bangkok Bank |]account [ending in |ending with |ending |no. |number |]{account} to {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "THB 310.00 has been debited from your account 7744 to RENT OFFICE on 08/05/2026.",
                    "310.00 THB",
                    counterparty="RENT OFFICE",
                    account="7744",
                    when="2026-05-08",
                ),
            ),
            Format(
                "cash",
                OUT,
                "{amount} [has been|was] withdrawn from your [Bangkok Bank |]account [ending in |ending with |ending |no. |number |]{account} at {counterparty} on {datetime}",
                Kind.WITHDRAWAL,
                Sample(
                    "THB 200.00 was withdrawn from your account 7744 at ATM MAIN STREET on 09/05/2026.",
                    "200.00 THB",
                    counterparty="ATM MAIN STREET",
                    account="7744",
                    when="2026-05-09",
                ),
            ),
        ),
        aliases=("bangkokbank",),
    ),
)
