"""BPI. Card and transfer alerts, Philippines."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "bpi",
        "BPI",
        ("bpi.com.ph",),
        "PH",
        "PHP",
        (
            Format(
                "card-spend",
                OUT,
                "BPI [credit|debit] card ending in {account} was used for {amount} at {counterparty} on {date}",
                Kind.PURCHASE,
                Sample(
                    "Your BPI credit card ending in 8830 was used for PHP 3,249.75 at SIERRA MART GREENBELT on 05/11/2026. If you did not make this transaction, call (+632) 889-10000.",
                    "3249.75 PHP",
                    counterparty="SIERRA MART GREENBELT",
                    account="8830",
                    when="2026-05-11",
                ),
                seen=True,
            ),
            Layout(
                "transfer",
                OUT,
                "bpi&&transfer&&successful",
                {
                    "Transfer amount": "amount",
                    "Amount": "amount",
                    "Transfer from": "account",
                    "From": "account",
                    "Transfer to": "counterparty",
                    "Account name": "counterparty",
                    "Date and time": "datetime",
                    "Transaction date and time": "datetime",
                    "Confirmation number": "reference",
                    "Reference number": "reference",
                },
                Kind.TRANSFER,
                Sample(
                    "BPI\nYour transfer was successful.\nTransfer from: | Savings XXXXXX4410\nAccount name: | ROSARIO DELMAR\nAmount: | PHP 2,000.00\nDate and time: | May 14, 2026 10:22 AM\nConfirmation number: | BPI20260514102244",
                    "2000.00 PHP",
                    counterparty="ROSARIO DELMAR",
                    account="4410",
                    when="2026-05-14T10:22:00",
                    reference="BPI20260514102244",
                ),
            ),
        ),
        month_first=True,
    ),
)
