"""Axis Bank. Accounts and cards. Old sender domain axisbank.com, new axis.bank.in."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "axis",
        "Axis Bank",
        (
            "axis.bank.in",
            "axisbank.com",
        ),
        "IN",
        "INR",
        (
            Layout(
                "account-debit",
                OUT,
                "summary of your transaction&&amount debited",
                {
                    "Amount Debited": "amount",
                    "Account Number": "account",
                    "Date & Time": "datetime",
                    "Transaction Info": "narration",
                },
                Kind.OTHER,
                Sample(
                    "28-05-2026\nDear Asha Verma,\nHere's the summary of your transaction:\nAmount Debited:\nINR 640.00\nAccount Number:\nXX8236\nDate & Time:\n28-05-26, 00:01:28 IST\nTransaction Info:\nUPI/P2A/614811283738/KAVITHA R NAIR",
                    "640.00 INR",
                    counterparty="KAVITHA R NAIR",
                    account="8236",
                    when="2026-05-28T00:01:28+05:30",
                    reference="614811283738",
                    kind=Kind.TRANSFER,
                ),
            ),
            Layout(
                "account-credit",
                IN,
                "summary of your transaction&&amount credited",
                {
                    "Amount Credited": "amount",
                    "Account Number": "account",
                    "Date & Time": "datetime",
                    "Transaction Info": "narration",
                },
                Kind.OTHER,
                Sample(
                    "18-04-2026\nDear Asha Verma,\nHere's the summary of your transaction:\nAmount Credited:\nINR 5,000.00\nAccount Number:\nXX8236\nDate & Time:\n18-04-26, 11:19:40 IST\nTransaction Info:\nUPI/P2A/610845419653/JATIN MEHROTRA",
                    "5000.00 INR",
                    counterparty="JATIN MEHROTRA",
                    account="8236",
                    when="2026-04-18T11:19:40+05:30",
                    reference="610845419653",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "neft-debit",
                OUT,
                "your A/c no. {account} has been debited with {amount} on {datetime} by {narration}",
                Kind.OTHER,
                Sample(
                    "your A/c no. XX8236 has been debited with INR 26500.00 on 16-04-2026 06:17:07 IST by NEFT/MB/AXOMB10612199312/VIKRAM BHAT.",
                    "26500.00 INR",
                    counterparty="VIKRAM BHAT",
                    account="8236",
                    when="2026-04-16T06:17:07+05:30",
                    reference="AXOMB10612199312",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "neft-credit",
                IN,
                "your A/c no. {account} has been credited with {amount} on {datetime} by {narration}",
                Kind.OTHER,
                Sample(
                    "We wish to inform you that your A/c no. XX8236 has been credited with INR 8200.00 on 12-05-2026 11:02:09 IST by NEFT/IB/HDFCN52026051298/SUJATA RAMAN.",
                    "8200.00 INR",
                    counterparty="SUJATA RAMAN",
                    account="8236",
                    when="2026-05-12T11:02:09+05:30",
                    reference="HDFCN52026051298",
                    kind=Kind.TRANSFER,
                ),
            ),
            Layout(
                "card-spend",
                OUT,
                "axis bank credit card transaction",
                {
                    "Transaction Amount": "amount",
                    "Merchant Name": "counterparty",
                    "Axis Bank Credit Card No.": "account",
                    "Date & Time": "datetime",
                },
                Kind.PURCHASE,
                Sample(
                    "Dear Asha Verma,\nHere's the summary of your Axis Bank Credit Card Transaction:\nTransaction Amount:\nINR 236\nMerchant Name:\nM S NOVELTY EN\nAxis Bank Credit Card No.\nXX6402\nDate & Time:\n22-03-2026, 19:17:01 IST\nAvailable Limit*:\nINR 61204.35\nTotal Credit Limit*:\nINR 125000",
                    "236 INR",
                    counterparty="M S NOVELTY EN",
                    account="6402",
                    when="2026-03-22T19:17:01+05:30",
                ),
            ),
            Format(
                "card-used",
                OUT,
                "Thank you for using your Card no. {account} for {amount} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Thank you for using your Card no. XX6402 for INR 1349 at SOUTHERN SPICE KIT on 19-01-2026 18:11:11 IST.",
                    "1349 INR",
                    counterparty="SOUTHERN SPICE KIT",
                    account="6402",
                    when="2026-01-19T18:11:11+05:30",
                ),
            ),
            Format(
                "dispute-credit",
                IN,
                "temporary credit of {amount} to your Axis Bank Credit Card no. {account} on {date} towards dispute no. {reference} raised for {counterparty}",
                Kind.REVERSAL,
                Sample(
                    "temporary credit of INR 2,048.61 to your Axis Bank Credit Card no. XX6402 on 10-03-2026 towards dispute no. 99887766 raised for PIXELFORGE.COM/BILL.",
                    "2048.61 INR",
                    counterparty="PIXELFORGE.COM/BILL",
                    account="6402",
                    when="2026-03-10",
                    reference="99887766",
                ),
            ),
        ),
        aliases=("axis",),
    ),
)
