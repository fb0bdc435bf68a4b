"""American Express. Card alerts, in India and the United States alike."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Notice, Sample

ISSUERS = (
    Issuer(
        "amex",
        "American Express",
        ("americanexpress.com",),
        "US",
        "USD",
        (
            Layout(
                "charge",
                OUT,
                "a transaction was made on your american express card",
                {"Date": "date", "Merchant": "counterparty", "Amount": "amount"},
                Kind.PURCHASE,
                Sample(
                    "Dear Asha Verma,\nA transaction was made on your American Express Card ending in 91005.\nDate:\n08 February, 2026\nMerchant:\nTAJMAHAL TEA ROOMS\nAmount:\nINR 8,450.00\nDo not recognise it? Call the number on the back of your Card.",
                    "8450.00 INR",
                    counterparty="TAJMAHAL TEA ROOMS",
                    account="1005",
                    when="2026-02-08",
                    subject="Your transaction update",
                ),
                also=("ending in {account}",),
                seen=True,
            ),
            Layout(
                "merchant-credit",
                IN,
                "a credit was issued by a merchant",
                {"Date": "date", "Merchant": "counterparty", "Amount": "amount"},
                Kind.REFUND,
                Sample(
                    "Dear Asha Verma,\nA credit was issued by a merchant to your Card account ending in 91005.\nDate:\n01 April, 2026\nMerchant:\nORIENT OPTICALS\nAmount:\nINR 2,240.00",
                    "2240.00 INR",
                    counterparty="ORIENT OPTICALS",
                    account="1005",
                    when="2026-04-01",
                    subject="Merchant credit/refund was issued to your account",
                ),
                also=("ending in {account}",),
                seen=True,
            ),
            Format(
                "large-purchase",
                OUT,
                "Account Ending: {account} Large Purchase Approved You asked us to let you know when a purchase of more than {balance} was approved on your Account. {counterparty} {amount}* {date} *The amount",
                Kind.PURCHASE,
                Sample(
                    "Account Ending: 71004\nLarge Purchase Approved\nYou asked us to let you know when a purchase of more than $1.00 was approved on your Account.\nMAISON LUMIERE HOTEL\n$1,488.20*\nThu, May 21, 2026\n*The amount",
                    "1488.20 USD",
                    counterparty="MAISON LUMIERE HOTEL",
                    account="1004",
                    when="2026-05-21",
                ),
                seen=True,
            ),
        ),
        notices=(Notice("statement", "You spent {balance} last week", "You spent $412.18 last week"),),
        aliases=("amex",),
    ),
)
