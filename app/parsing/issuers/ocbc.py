"""OCBC. Card, PayNow and NETS alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "ocbc",
        "OCBC",
        ("ocbc.com",),
        "SG",
        "SGD",
        (
            Format(
                "card-spend",
                OUT,
                "{amount} was charged at {time} on {date} to your card (-{account}) at {counterparty}.",
                Kind.PURCHASE,
                Sample(
                    "SGD148.25 was charged at 21:07 on 16-Apr-26 to your card (-8120) at HAWKERLAND Singapore SGP.",
                    "148.25 SGD",
                    counterparty="HAWKERLAND Singapore SGP",
                    account="8120",
                    when="2026-04-16T21:07:00",
                ),
                seen=True,
            ),
            Layout(
                "paynow",
                OUT,
                "paynow transfer has been made to",
                {
                    "Date": "date",
                    "Time": "time",
                    "Amount": "amount",
                    "From your account": "account",
                    "Reference number": "reference",
                },
                Kind.TRANSFER,
                Sample(
                    "Dear Valued Customer\nThe following PayNow transfer has been made to GOX SX MEIXXX using his/her Mobile (+******2093).\nDate : 14 Mar 2026\nTime : 15:07 PM SGT\nAmount : SGD 6.80\nFrom your account : 360 Account (-604417)\nDescription : OTHR\nReference number : 2603140116151190\nIf you have any questions, please call our Personal Banking hotline: OCBC website > Contact us.",
                    "6.80 SGD",
                    counterparty="GOX SX MEIXXX",
                    account="4417",
                    when="2026-03-14T15:07:00+08:00",
                    reference="2603140116151190",
                    subject="PayNow transfer made",
                ),
                also=("transfer has been made to {counterparty} using",),
                seen=True,
            ),
            Layout(
                "nets",
                OUT,
                "nets qr payment has been made",
                {
                    "Date": "date",
                    "Time": "time",
                    "Amount": "amount",
                    "From your account": "account",
                    "To": "counterparty",
                    "Reference number": "reference",
                },
                Kind.PURCHASE,
                Sample(
                    "Dear Valued Customer\nThe following NETS QR payment has been made:\nDate | : 04 Jun 2026\nTime | : 12:48pm SGT\nAmount | : SGD 7.20\nFrom your account | : 360 Account (-604417)\nTo | : JOO SENG COOKED FOOD\nNETS merchant ID | : 11170024400\nNETS Stan ID | : 000000\nReference number | : 2606040116124377",
                    "7.20 SGD",
                    counterparty="JOO SENG COOKED FOOD",
                    account="4417",
                    when="2026-06-04T12:48:00+08:00",
                    reference="2606040116124377",
                ),
                seen=True,
            ),
            Format(
                "gpay-sent",
                OUT,
                "{amount} was sent to {counterparty} using [his/her|his|her|their] mobile number ({word}) from the account you linked to Google Pay. Here are the details: Date of transfer: {date} Time of transfer: {time}",
                Kind.TRANSFER,
                Sample(
                    "SGD4.20 was sent to Hainan rice stall using his/her mobile number (+XXXXXX0314) from the account you linked to Google Pay. Here are the details: Date of transfer: 26-May-2026 Time of transfer: 11:40 AM SG Time",
                    "4.20 SGD",
                    counterparty="Hainan rice stall",
                    when="2026-05-26T11:40:00",
                ),
            ),
        ),
        aliases=("ocbc",),
    ),
)
