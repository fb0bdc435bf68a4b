"""Commercial Bank of Ceylon. Card and account alerts, Sri Lanka."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "combank-lk",
        "Commercial Bank of Ceylon",
        (
            "combank.net",
            "combank.lk",
        ),
        "LK",
        "LKR",
        (
            Format(
                "card-spend",
                OUT,
                "[A|Your] [purchase|transaction|payment] of {amount} [was made |has been made |]at {counterparty} [was made |has been made |][with|using|on] your [Commercial Bank of Ceylon |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending with |ending |no. |number |]{account} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of LKR 145.20 was made at HILLSIDE BOOKS with your Commercial Bank of Ceylon debit card ending in 6644 on 06/05/2026.",
                    "145.20 LKR",
                    counterparty="HILLSIDE BOOKS",
                    account="6644",
                    when="2026-05-06",
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|was] [credited|deposited|paid] [to|into] your [Commercial Bank of Ceylon |]account [ending in |ending with |ending |no. |number |]{account} [from|by] {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "LKR 980.00 has been credited to your account 6644 from LAKE TRADING on 07/05/2026.",
                    "980.00 LKR",
                    counterparty="LAKE TRADING",
                    account="6644",
                    when="2026-05-07",
                ),
            ),
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|was] [debited|paid|transferred] from your [Commercial Bank of Ceylon |]account [ending in |ending with |ending |no. |number |]{account} to {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "LKR 310.00 has been debited from your account 6644 to RENT OFFICE on 08/05/2026.",
                    "310.00 LKR",
                    counterparty="RENT OFFICE",
                    account="6644",
                    when="2026-05-08",
                ),
            ),
            Format(
                "cash",
                OUT,
                "{amount} [has been|was] withdrawn from your [Commercial Bank of Ceylon |]account [ending in |ending with |ending |no. |number |]{account} at {counterparty} on {datetime}",
                Kind.WITHDRAWAL,
                Sample(
                    "LKR 200.00 was withdrawn from your account 6644 at ATM MAIN STREET on 09/05/2026.",
                    "200.00 LKR",
                    counterparty="ATM MAIN STREET",
                    account="6644",
                    when="2026-05-09",
                ),
            ),
        ),
        aliases=("combank",),
    ),
)
