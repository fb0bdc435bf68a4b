"""YES BANK. Accounts and cards."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "yes",
        "YES BANK",
        (
            "yes.bank.in",
            "yesbank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "card-spend",
                OUT,
                "{amount} has been spent on your YES BANK Credit Card ending with {account} at {counterparty} on {date} at {time}. Avl Bal",
                Kind.PURCHASE,
                Sample(
                    "INR 85.00 has been spent on your YES BANK Credit Card ending with 1926 at UPI_DELHI CHAAT FAST FO on 27-05-2026 at 06:46:36 pm. Avl Bal",
                    "85.00 INR",
                    counterparty="UPI_DELHI CHAAT FAST FO",
                    account="1926",
                    when="2026-05-27T18:46:36",
                ),
                seen=True,
            ),
            Format(
                "card-bill",
                IN,
                "we have received the payment of {amount} towards your YES BANK Credit Card {account} on {date}",
                Kind.BILL_PAYMENT,
                Sample(
                    "we have received the payment of Rs. 7,215.00 towards your YES BANK Credit Card XX1926 on 20-04-2026.",
                    "7215.00 INR",
                    account="1926",
                    when="2026-04-20",
                ),
                seen=True,
            ),
            Format(
                "card-debited",
                OUT,
                "{amount} debited on YES BANK Credit Card {account} at {counterparty} on {date}",
                Kind.PURCHASE,
                Sample(
                    "Rs.1,234.00 debited on YES BANK Credit Card XX1926 at LAKEVIEW STAYS on 03-05-2026.",
                    "1234.00 INR",
                    counterparty="LAKEVIEW STAYS",
                    account="1926",
                    when="2026-05-03",
                ),
            ),
            Format(
                "account-debit",
                OUT,
                "your YES BANK [Account|A/c] [Number |No. |]{account} [has been |is |]debited [for|by|with] {amount} on {date} [towards|for] {narration}. [Avl|Available|Available]",
                Kind.TRANSFER,
                Sample(
                    "Dear Customer, your YES BANK Account Number XX7712 has been debited by INR 900.00 on 04-05-2026 towards UPI/612411009988/GANESH AUTO. Available balance is INR 5,100.00",
                    "900.00 INR",
                    counterparty="GANESH AUTO",
                    account="7712",
                    when="2026-05-04",
                    reference="612411009988",
                ),
            ),
            Format(
                "account-credit",
                IN,
                "your YES BANK [Account|A/c] [Number |No. |]{account} [has been |is |]credited [for|by|with] {amount} on {date} [towards|by] {narration}. [Avl|Available]",
                Kind.TRANSFER,
                Sample(
                    "Dear Customer, your YES BANK Account Number XX7712 has been credited by INR 2,500.00 on 05-05-2026 towards NEFT/YESBN52026050500112/RIVERSTONE LLP. Available balance is INR 7,600.00",
                    "2500.00 INR",
                    counterparty="RIVERSTONE LLP",
                    account="7712",
                    when="2026-05-05",
                    reference="YESBN52026050500112",
                ),
            ),
        ),
    ),
)
