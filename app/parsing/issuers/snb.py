"""SNB. Card and account alerts, Saudi Arabia."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "snb",
        "SNB",
        (
            "alahli.com",
            "snb.com.sa",
        ),
        "SA",
        "SAR",
        (
            Format(
                "card-spend",
                OUT,
                "[A|Your] [purchase|transaction|payment] of {amount} [was made |has been made |]at {counterparty} [was made |has been made |][with|using|on] your [SNB |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending with |ending |no. |number |]{account} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of SAR 145.20 was made at HILLSIDE BOOKS with your SNB debit card ending in 5598 on 06/05/2026.",
                    "145.20 SAR",
                    counterparty="HILLSIDE BOOKS",
                    account="5598",
                    when="2026-05-06",
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|was] [credited|deposited|paid] [to|into] your [SNB |]account [ending in |ending with |ending |no. |number |]{account} [from|by] {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "SAR 980.00 has been credited to your account 5598 from LAKE TRADING on 07/05/2026.",
                    "980.00 SAR",
                    counterparty="LAKE TRADING",
                    account="5598",
                    when="2026-05-07",
                ),
            ),
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|was] [debited|paid|transferred] from your [SNB |]account [ending in |ending with |ending |no. |number |]{account} to {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "SAR 310.00 has been debited from your account 5598 to RENT OFFICE on 08/05/2026.",
                    "310.00 SAR",
                    counterparty="RENT OFFICE",
                    account="5598",
                    when="2026-05-08",
                ),
            ),
            Format(
                "cash",
                OUT,
                "{amount} [has been|was] withdrawn from your [SNB |]account [ending in |ending with |ending |no. |number |]{account} at {counterparty} on {datetime}",
                Kind.WITHDRAWAL,
                Sample(
                    "SAR 200.00 was withdrawn from your account 5598 at ATM MAIN STREET on 09/05/2026.",
                    "200.00 SAR",
                    counterparty="ATM MAIN STREET",
                    account="5598",
                    when="2026-05-09",
                ),
            ),
        ),
        aliases=("alahli",),
    ),
)
