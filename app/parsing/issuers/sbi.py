"""State Bank of India. Core banking alerts, UPI, NEFT, ATM. Old sender domain sbi.co.in, new sbi.bank.in."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "sbi",
        "State Bank of India",
        (
            "sbi.co.in",
            "sbi.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "upi-debit",
                OUT,
                "A/C {account} debited by {number} on date {date} trf to {counterparty} Refno {reference}",
                Kind.TRANSFER,
                Sample(
                    "A/C X7719 debited by 150.0 on date 03Feb26 trf to NAGARJUNA TIFFINS Refno 603412769637.",
                    "150.0 INR",
                    counterparty="NAGARJUNA TIFFINS",
                    account="7719",
                    when="2026-02-03",
                    reference="603412769637",
                ),
            ),
            Format(
                "upi-credit",
                IN,
                "A/C {account} credited by {number} on date {date} trf from {counterparty} Refno {reference}",
                Kind.TRANSFER,
                Sample(
                    "Dear UPI user A/C X7719 credited by 450.0 on date 11Mar26 trf from LATA MENON Refno 607098761234. If not u? call 1800111109. -SBI",
                    "450.0 INR",
                    counterparty="LATA MENON",
                    account="7719",
                    when="2026-03-11",
                    reference="607098761234",
                ),
            ),
            Format(
                "cbs-debit",
                OUT,
                "Your A/C {account} has a debit by transfer of {amount} on {date}",
                Kind.TRANSFER,
                Sample(
                    "Your A/C XXXXX518263 has a debit by transfer of Rs 265.00 on 06/03/26. Avl Bal Rs 14,62,905.31.",
                    "265.00 INR",
                    account="8263",
                    when="2026-03-06",
                ),
            ),
            Format(
                "cbs-credit",
                IN,
                "Your A/C {account} has a credit by transfer of {amount} on {date}",
                Kind.TRANSFER,
                Sample(
                    "Your A/C XXXXX518263 has a credit by transfer of Rs 40,000.00 on 30/04/26. Avl Bal Rs 14,62,905.31.",
                    "40000.00 INR",
                    account="8263",
                    when="2026-04-30",
                ),
            ),
            Format(
                "cbs-nach",
                OUT,
                "Your A/C {account} has a debit by [NACH|ECS|SI] of {amount} on {date}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Your A/C XXXXX037719 has a debit by NACH of Rs 32,000.00 on 02/04/26. Avl Bal Rs 14,62,905.31.",
                    "32000.00 INR",
                    account="7719",
                    when="2026-04-02",
                ),
            ),
            Format(
                "cbs-cash",
                OUT,
                "Your A/C {account} has a debit by cash of {amount} on {date}",
                Kind.WITHDRAWAL,
                Sample(
                    "Your A/C XXXXX518263 has a debit by cash of Rs 4,000.00 on 11/03/26. Avl Bal Rs 90,000.00.",
                    "4000.00 INR",
                    account="8263",
                    when="2026-03-11",
                ),
            ),
            Format(
                "cbs-cheque",
                OUT,
                "Your A/C {account} has a debit by Cheque of {amount} on {date}",
                Kind.OTHER,
                Sample(
                    "Your A/C XXXXX518263 has a debit by Cheque of Rs 12,000.00 on 19/03/26. Avl Bal Rs 90,000.00.",
                    "12000.00 INR",
                    account="8263",
                    when="2026-03-19",
                ),
            ),
            Layout(
                "neft-credit",
                IN,
                "has been credited for neft received",
                {
                    "Credited to Your A/c": "account",
                    "Amount": "amount",
                    "UTR No.": "reference",
                    "Date": "date",
                    "Sent by": "counterparty",
                },
                Kind.TRANSFER,
                Sample(
                    "Dear Customer,\nThank you for banking with State Bank of India. Your account has been credited for NEFT received as per the details given below\nCredited to Your A/c | XX7719\nAmount | INR 1,20,000.00\nUTR No. | FBBT261241470319\nDate | 04/05/2026\nSent by | Mr Devendra Nath Rao\nSender Bank IFSC | FDRL0009993",
                    "120000.00 INR",
                    counterparty="Mr Devendra Nath Rao",
                    account="7719",
                    when="2026-05-04",
                    reference="FBBT261241470319",
                ),
            ),
            Layout(
                "debit-card",
                OUT,
                "using your sbi debit card",
                {
                    "Terminal Owner Name": "counterparty",
                    "Date & Time": "datetime",
                    "Transaction Number": "reference",
                    "Amount (INR)": "number",
                    "Last 4 Digit of Card": "account",
                },
                Kind.PURCHASE,
                Sample(
                    "Thank you for using your SBI Debit Card for a purchase. The details are:\nTerminal Owner Name | RANG SAREES\nTerminal Id | ABC00000\nDate & Time | Jan 15, 2026, 15:58\nTransaction Number | 601544556677\nAmount (INR) | 1234.00\nLast 4 Digit of Card | X7719\nTransaction Type | PURCHASE",
                    "1234.00 INR",
                    counterparty="RANG SAREES",
                    account="7719",
                    when="2026-01-15T15:58:00",
                    reference="601544556677",
                ),
            ),
            Format(
                "atm",
                OUT,
                "{amount} withdrawn at {counterparty} from A/c{account} on {date}. Transaction Number {reference}",
                Kind.WITHDRAWAL,
                Sample(
                    "Rs.3000 withdrawn at SBI ATM S1BB001339153 from A/cX7719 on 09Jan26. Transaction Number 9034.",
                    "3000 INR",
                    counterparty="SBI ATM S1BB001339153",
                    account="7719",
                    when="2026-01-09",
                    reference="9034",
                ),
            ),
        ),
        aliases=("sbi",),
    ),
)
