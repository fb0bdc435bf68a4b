"""BDO. Card and account alerts, Philippines."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "bdo",
        "BDO",
        ("bdo.com.ph",),
        "PH",
        "PHP",
        (
            Format(
                "card-spend",
                OUT,
                "[A|Your] [purchase|transaction|payment] of {amount} [was made |has been made |]at {counterparty} [was made |has been made |][with|using|on] your [BDO |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending with |ending |no. |number |]{account} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of PHP 145.20 was made at HILLSIDE BOOKS with your BDO debit card ending in 6666 on May 06, 2026.",
                    "145.20 PHP",
                    counterparty="HILLSIDE BOOKS",
                    account="6666",
                    when="2026-05-06",
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|was] [credited|deposited|paid] [to|into] your [BDO |]account [ending in |ending with |ending |no. |number |]{account} [from|by] {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "PHP 980.00 has been credited to your account 6666 from LAKE TRADING on May 07, 2026.",
                    "980.00 PHP",
                    counterparty="LAKE TRADING",
                    account="6666",
                    when="2026-05-07",
                ),
            ),
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|was] [debited|paid|transferred] from your [BDO |]account [ending in |ending with |ending |no. |number |]{account} to {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "PHP 310.00 has been debited from your account 6666 to RENT OFFICE on May 08, 2026.",
                    "310.00 PHP",
                    counterparty="RENT OFFICE",
                    account="6666",
                    when="2026-05-08",
                ),
            ),
            Format(
                "cash",
                OUT,
                "{amount} [has been|was] withdrawn from your [BDO |]account [ending in |ending with |ending |no. |number |]{account} at {counterparty} on {datetime}",
                Kind.WITHDRAWAL,
                Sample(
                    "PHP 200.00 was withdrawn from your account 6666 at ATM MAIN STREET on May 09, 2026.",
                    "200.00 PHP",
                    counterparty="ATM MAIN STREET",
                    account="6666",
                    when="2026-05-09",
                ),
            ),
        ),
        month_first=True,
    ),
)
