"""HSBC in Hong Kong and Singapore, which write from one domain. Card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "hsbc",
        "HSBC",
        (
            "hsbc.com.hk",
            "hsbc.com.sg",
        ),
        "HK",
        "HKD",
        (
            Layout(
                "card-table",
                OUT,
                "there was a transaction made on your hsbc",
                {
                    "Card Number": "account",
                    "Transaction Date": "date",
                    "Transaction Time": "time",
                    "Transaction Amount": "amount",
                    "Description": "counterparty",
                },
                Kind.PURCHASE,
                Sample(
                    "Please note there was a transaction made on your HSBC credit card.\nCard Number | XXXX-XXXX-XXXX-5087\nTransaction Date | 24/MAY/2026\nTransaction Time | 20:03:44\nTransaction Amount | SGD23.45\nDescription | KUEH CORNER",
                    "23.45 SGD",
                    counterparty="KUEH CORNER",
                    account="5087",
                    when="2026-05-24T20:03:44",
                ),
                seen=True,
            ),
            Layout(
                "card-not-present",
                OUT,
                "we have recorded the following&&transaction&&credit card number",
                {
                    "Credit card number": "account",
                    "Merchant": "counterparty",
                    "Amount": "amount",
                    "Date": "date",
                    "Transaction date": "date",
                },
                Kind.PURCHASE,
                Sample(
                    "We have recorded the following card-not-present* transaction:\nCredit card number\nEnding with 7706\nMerchant\nBRIGHTCLOUD SOFTWARE\nAmount\nHKD312.80",
                    "312.80 HKD",
                    counterparty="BRIGHTCLOUD SOFTWARE",
                    account="7706",
                ),
                seen=True,
            ),
            Format(
                "transfer-zh",
                OUT,
                "您已於 {datetime} 透過滙豐網上或流動理財將 {amount} 轉往 {counterparty} 。",
                Kind.TRANSFER,
                Sample(
                    "您已於 2026-05-07 10:50 透過滙豐網上或流動理財將 HKD15,000.00 轉往 DAH SING BANK 。",
                    "15000.00 HKD",
                    counterparty="DAH SING BANK",
                    when="2026-05-07T10:50:00",
                ),
            ),
        ),
    ),
)
