"""National Bank of Egypt. Card and account alerts, Egypt."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "nbe",
        "National Bank of Egypt",
        ("nbe.com.eg",),
        "EG",
        "EGP",
        (
            Format(
                "card-spend",
                OUT,
                "[A|Your] [purchase|transaction|payment] of {amount} [was made |has been made |]at {counterparty} [was made |has been made |][with|using|on] your [National Bank of Egypt |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending with |ending |no. |number |]{account} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of EGP 145.20 was made at HILLSIDE BOOKS with your National Bank of Egypt debit card ending in 6611 on 06/05/2026.",
                    "145.20 EGP",
                    counterparty="HILLSIDE BOOKS",
                    account="6611",
                    when="2026-05-06",
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|was] [credited|deposited|paid] [to|into] your [National Bank of Egypt |]account [ending in |ending with |ending |no. |number |]{account} [from|by] {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "EGP 980.00 has been credited to your account 6611 from LAKE TRADING on 07/05/2026.",
                    "980.00 EGP",
                    counterparty="LAKE TRADING",
                    account="6611",
                    when="2026-05-07",
                ),
            ),
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|was] [debited|paid|transferred] from your [National Bank of Egypt |]account [ending in |ending with |ending |no. |number |]{account} to {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "EGP 310.00 has been debited from your account 6611 to RENT OFFICE on 08/05/2026.",
                    "310.00 EGP",
                    counterparty="RENT OFFICE",
                    account="6611",
                    when="2026-05-08",
                ),
            ),
            Format(
                "cash",
                OUT,
                "{amount} [has been|was] withdrawn from your [National Bank of Egypt |]account [ending in |ending with |ending |no. |number |]{account} at {counterparty} on {datetime}",
                Kind.WITHDRAWAL,
                Sample(
                    "EGP 200.00 was withdrawn from your account 6611 at ATM MAIN STREET on 09/05/2026.",
                    "200.00 EGP",
                    counterparty="ATM MAIN STREET",
                    account="6611",
                    when="2026-05-09",
                ),
            ),
        ),
    ),
)
