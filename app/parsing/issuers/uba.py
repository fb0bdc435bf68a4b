"""UBA. Card and account alerts, Nigeria."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "uba",
        "UBA",
        ("ubagroup.com",),
        "NG",
        "NGN",
        (
            Format(
                "card-spend",
                OUT,
                "[A|Your] [purchase|transaction|payment] of {amount} [was made |has been made |]at {counterparty} [was made |has been made |][with|using|on] your [UBA |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending with |ending |no. |number |]{account} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of NGN 145.20 was made at HILLSIDE BOOKS with your UBA debit card ending in 5510 on 06/05/2026.",
                    "145.20 NGN",
                    counterparty="HILLSIDE BOOKS",
                    account="5510",
                    when="2026-05-06",
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|was] [credited|deposited|paid] [to|into] your [UBA |]account [ending in |ending with |ending |no. |number |]{account} [from|by] {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "NGN 980.00 has been credited to your account 5510 from LAKE TRADING on 07/05/2026.",
                    "980.00 NGN",
                    counterparty="LAKE TRADING",
                    account="5510",
                    when="2026-05-07",
                ),
            ),
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|was] [debited|paid|transferred] from your [UBA |]account [ending in |ending with |ending |no. |number |]{account} to {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "NGN 310.00 has been debited from your account 5510 to RENT OFFICE on 08/05/2026.",
                    "310.00 NGN",
                    counterparty="RENT OFFICE",
                    account="5510",
                    when="2026-05-08",
                ),
            ),
            Format(
                "cash",
                OUT,
                "{amount} [has been|was] withdrawn from your [UBA |]account [ending in |ending with |ending |no. |number |]{account} at {counterparty} on {datetime}",
                Kind.WITHDRAWAL,
                Sample(
                    "NGN 200.00 was withdrawn from your account 5510 at ATM MAIN STREET on 09/05/2026.",
                    "200.00 NGN",
                    counterparty="ATM MAIN STREET",
                    account="5510",
                    when="2026-05-09",
                ),
            ),
        ),
    ),
)
