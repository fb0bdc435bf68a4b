"""DBS. Card, PayNow and PayLah! alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "dbs",
        "DBS",
        ("dbs.com",),
        "SG",
        "SGD",
        (
            Layout(
                "card-spend",
                OUT,
                "we refer to your card transaction request",
                {"Date & Time": "datetime", "Amount": "amount", "From": "account", "To": "counterparty"},
                Kind.PURCHASE,
                Sample(
                    "Card Transaction Alert\nTransaction Ref: SP1400617720000000051923\nDear Sir / Madam,\nWe refer to your card transaction request dated 11/03/26. We are pleased to confirm that the transaction was completed.\nDate & Time: | 11 MAR 08:42 (SGT)\nAmount: | SGD14.60\nFrom: | DBS/POSB card ending 6207\nTo: | KAYA TOAST HSE SINGAPORE SGP",
                    "14.60 SGD",
                    counterparty="KAYA TOAST HSE SINGAPORE SGP",
                    account="6207",
                    when="2026-03-11T08:42:00+08:00",
                    reference="SP1400617720000000051923",
                    subject="Card Transaction Alert",
                ),
                also=("Transaction Ref: {reference}",),
                seen=True,
            ),
            Layout(
                "paylah",
                OUT,
                "we refer to your paylah! scan & pay",
                {"Date & Time": "datetime", "Amount": "amount", "From": "account", "To": "counterparty"},
                Kind.PURCHASE,
                Sample(
                    "Transaction Ref: IPS40917732880134520\nDear Sir / Madam,\nWe refer to your PayLah! Scan & Pay Transfer dated 03 May. We are pleased to confirm that the transaction was completed.\nDate & Time: | 03 May 12:38 (SGT)\nAmount: | SGD11.80\nFrom: | PayLah! Wallet (Mobile ending 8842)\nTo: | HILL STREET PRAWN NOODLE",
                    "11.80 SGD",
                    counterparty="HILL STREET PRAWN NOODLE",
                    account="8842",
                    when="2026-05-03T12:38:00+08:00",
                    reference="IPS40917732880134520",
                    subject="Transaction Alerts",
                    received="2026-05-03",
                ),
                also=("Transaction Ref: {reference}",),
                seen=True,
            ),
            Format(
                "paynow-sent",
                OUT,
                "Successful PayNow: {amount} from A/C ending {account} to {counterparty} (UEN ending {word}), {datetime}. If unauthorised",
                Kind.TRANSFER,
                Sample(
                    "Successful PayNow: S$53.40 from A/C ending 3116 to MEADOW FLORIST (UEN ending 291K), 22 Apr 19:26 SGT. If unauthorised",
                    "53.40 SGD",
                    counterparty="MEADOW FLORIST",
                    account="3116",
                    when="2026-04-22T19:26:00+08:00",
                ),
                seen=True,
            ),
            Format(
                "received",
                IN,
                "You have received {amount} via PayNow from {counterparty} to your DBS/POSB account ending {account} on {datetime}.",
                Kind.TRANSFER,
                Sample(
                    "You have received SGD 165.00 via PayNow from TAN WEI MXXX to your DBS/POSB account ending 3116 on 10 Jun 2026 20:14 SGT.",
                    "165.00 SGD",
                    counterparty="TAN WEI MXXX",
                    account="3116",
                    when="2026-06-10T20:14:00+08:00",
                ),
                seen=True,
            ),
            Layout(
                "paynow-table",
                OUT,
                "we refer to your paynow dated",
                {"Date & Time": "datetime", "Amount": "amount", "From": "account", "To": "counterparty"},
                Kind.TRANSFER,
                Sample(
                    "We refer to your PAYNOW dated 25 May. We are pleased to confirm that the transaction was completed.\nDate & Time: | 25 May 14:27 (SGT)\nAmount: | SGD4132.95\nFrom: | DBS Multiplier Account A/C ending 7272\nTo: | INSPIRA DENTAL PTE. LTD. (UEN ending 080E)\nIf unauthorised, please call",
                    "4132.95 SGD",
                    counterparty="INSPIRA DENTAL PTE. LTD.",
                    account="7272",
                    when="2026-05-25T14:27:00+08:00",
                ),
            ),
            Format(
                "received-from",
                IN,
                "You have received {amount} via PayNow on {datetime}. From: {counterparty} To: Your DBS/ POSB account ending {account}",
                Kind.TRANSFER,
                Sample(
                    "You have received SGD 24.00 via PayNow on 04 Apr 2026 20:34 SGT.\nFrom: SHARON TAN\nTo: Your DBS/ POSB account ending 0613\nDidn't expect these funds?",
                    "24.00 SGD",
                    counterparty="SHARON TAN",
                    account="0613",
                    when="2026-04-04T20:34:00+08:00",
                ),
            ),
        ),
        aliases=("dbs",),
    ),
)
