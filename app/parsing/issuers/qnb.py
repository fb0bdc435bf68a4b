"""QNB. Card and account alerts, Qatar."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "qnb",
        "QNB",
        (
            "qnb.com",
            "qnb.com.qa",
        ),
        "QA",
        "QAR",
        (
            Format(
                "card-spend",
                OUT,
                "[A|Your] [purchase|transaction|payment] of {amount} [was made |has been made |]at {counterparty} [was made |has been made |][with|using|on] your [QNB |][debit card|credit card|card|Debit Card|Credit Card|Card|Visa|Mastercard] [ending in |ending with |ending |no. |number |]{account} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "A purchase of QAR 145.20 was made at HILLSIDE BOOKS with your QNB debit card ending in 5509 on 06/05/2026.",
                    "145.20 QAR",
                    counterparty="HILLSIDE BOOKS",
                    account="5509",
                    when="2026-05-06",
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|was] [credited|deposited|paid] [to|into] your [QNB |]account [ending in |ending with |ending |no. |number |]{account} [from|by] {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "QAR 980.00 has been credited to your account 5509 from LAKE TRADING on 07/05/2026.",
                    "980.00 QAR",
                    counterparty="LAKE TRADING",
                    account="5509",
                    when="2026-05-07",
                ),
            ),
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|was] [debited|paid|transferred] from your [QNB |]account [ending in |ending with |ending |no. |number |]{account} to {counterparty} on {datetime}",
                Kind.TRANSFER,
                Sample(
                    "QAR 310.00 has been debited from your account 5509 to RENT OFFICE on 08/05/2026.",
                    "310.00 QAR",
                    counterparty="RENT OFFICE",
                    account="5509",
                    when="2026-05-08",
                ),
            ),
            Format(
                "cash",
                OUT,
                "{amount} [has been|was] withdrawn from your [QNB |]account [ending in |ending with |ending |no. |number |]{account} at {counterparty} on {datetime}",
                Kind.WITHDRAWAL,
                Sample(
                    "QAR 200.00 was withdrawn from your account 5509 at ATM MAIN STREET on 09/05/2026.",
                    "200.00 QAR",
                    counterparty="ATM MAIN STREET",
                    account="5509",
                    when="2026-05-09",
                ),
            ),
            Format(
                "card-spent",
                OUT,
                "{amount} [was |has been |]spent [on|using|with] [your |][QNB |][debit card|credit card|card|Debit Card|Credit Card|Card] [ending in |ending with |ending |no. |number |]{account} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "QAR 45.00 was spent on your card ending 1234 at LULU MARKET on 12/05/2026 19:33.",
                    "45.00 QAR",
                    counterparty="LULU MARKET",
                    account="1234",
                    when="2026-05-12T19:33:00",
                ),
            ),
        ),
    ),
)
