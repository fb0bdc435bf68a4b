"""ANZ. Card and account alerts, Australia."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "anz",
        "ANZ",
        (
            "anz.com",
            "anz.com.au",
        ),
        "AU",
        "AUD",
        (
            Format(
                "card-spend",
                OUT,
                "[A|Your] [purchase|transaction|payment] of {amount} [was made |has been made |]at {counterparty} [was made |has been made |][with|using|on] your [ANZ |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending with |ending |no. |number |]{account} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of $145.20 was made at HILLSIDE BOOKS with your ANZ debit card ending in 4410 on 06/05/2026.",
                    "145.20 AUD",
                    counterparty="HILLSIDE BOOKS",
                    account="4410",
                    when="2026-05-06",
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|was] [credited|deposited|paid] [to|into] your [ANZ |]account [ending in |ending with |ending |no. |number |]{account} [from|by] {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "$980.00 has been credited to your account 4410 from LAKE TRADING on 07/05/2026.",
                    "980.00 AUD",
                    counterparty="LAKE TRADING",
                    account="4410",
                    when="2026-05-07",
                ),
            ),
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|was] [debited|paid|transferred] from your [ANZ |]account [ending in |ending with |ending |no. |number |]{account} to {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "$310.00 has been debited from your account 4410 to RENT OFFICE on 08/05/2026.",
                    "310.00 AUD",
                    counterparty="RENT OFFICE",
                    account="4410",
                    when="2026-05-08",
                ),
            ),
            Format(
                "cash",
                OUT,
                "{amount} [has been|was] withdrawn from your [ANZ |]account [ending in |ending with |ending |no. |number |]{account} at {counterparty} on {datetime}",
                Kind.WITHDRAWAL,
                Sample(
                    "$200.00 was withdrawn from your account 4410 at ATM MAIN STREET on 09/05/2026.",
                    "200.00 AUD",
                    counterparty="ATM MAIN STREET",
                    account="4410",
                    when="2026-05-09",
                ),
            ),
        ),
    ),
)
