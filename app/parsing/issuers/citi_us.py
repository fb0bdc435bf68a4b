"""Citi. Card alerts in the United States."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "citi-us",
        "Citi",
        ("citi.com",),
        "US",
        "USD",
        (
            Layout(
                "card-spend",
                OUT,
                "transaction was made on your",
                {"Amount": "amount", "Card Ending In": "account", "Merchant": "counterparty", "Date": "date", "Time": "time"},
                Kind.PURCHASE,
                Sample(
                    "A $1,019.75 transaction was made on your Citi® Double Cash account\nYou asked us to notify you when a transaction exceeds $0.00.\nAmount: $1,019.75\nCard Ending In\n5062\nMerchant\nPELICAN BAY RESORT NAPLES USA\nDate\n04/25/2026\nTime\n11:02 AM ET\nYour credit limit is $14,500.00. Citibank, N.A. Member FDIC. ACCOUNT ENDING IN 5062",
                    "1019.75 USD",
                    counterparty="PELICAN BAY RESORT NAPLES USA",
                    account="5062",
                    when="2026-04-25T11:02:00-04:00",
                ),
                seen=True,
            ),
        ),
        month_first=True,
        aliases=("citi",),
    ),
)
