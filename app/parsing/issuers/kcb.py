"""KCB. Card and account alerts, Kenya."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "kcb",
        "KCB",
        (
            "kcbgroup.com",
            "kcb.co.ke",
        ),
        "KE",
        "KES",
        (
            Format(
                "card-spend",
                OUT,
                "[A|Your] [purchase|transaction|payment] of {amount} [was made |has been made |]at {counterparty} [was made |has been made |][with|using|on] your [KCB |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending with |ending |no. |number |]{account} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of KES 145.20 was made at HILLSIDE BOOKS with your KCB debit card ending in 5543 on 06/05/2026.",
                    "145.20 KES",
                    counterparty="HILLSIDE BOOKS",
                    account="5543",
                    when="2026-05-06",
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|was] [credited|deposited|paid] [to|into] your [KCB |]account [ending in |ending with |ending |no. |number |]{account} [from|by] {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "KES 980.00 has been credited to your account 5543 from LAKE TRADING on 07/05/2026.",
                    "980.00 KES",
                    counterparty="LAKE TRADING",
                    account="5543",
                    when="2026-05-07",
                ),
            ),
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|was] [debited|paid|transferred] from your [KCB |]account [ending in |ending with |ending |no. |number |]{account} to {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "KES 310.00 has been debited from your account 5543 to RENT OFFICE on 08/05/2026.",
                    "310.00 KES",
                    counterparty="RENT OFFICE",
                    account="5543",
                    when="2026-05-08",
                ),
            ),
            Format(
                "cash",
                OUT,
                "{amount} [has been|was] withdrawn from your [KCB |]account [ending in |ending with |ending |no. |number |]{account} at {counterparty} on {datetime}",
                Kind.WITHDRAWAL,
                Sample(
                    "KES 200.00 was withdrawn from your account 5543 at ATM MAIN STREET on 09/05/2026.",
                    "200.00 KES",
                    counterparty="ATM MAIN STREET",
                    account="5543",
                    when="2026-05-09",
                ),
            ),
        ),
    ),
)
