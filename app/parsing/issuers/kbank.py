"""K PLUS. Bill payments, Thailand."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "kbank",
        "K PLUS",
        ("kasikornbank.com",),
        "TH",
        "THB",
        (
            Layout(
                "bill",
                OUT,
                "bill payment (success)",
                {
                    "Transaction Date": "datetime",
                    "Transaction Number": "reference",
                    "Paid From Account": "account",
                    "Company Name": "counterparty",
                    "Amount (THB)": "number",
                },
                Kind.BILL_PAYMENT,
                Sample(
                    "K PLUS\nเรียน คุณ แซม ริเวร่า\nธนาคารขอแจ้งผลการทำรายการของท่านดังนี้\nSubject: Bill Payment (Success)\nTransaction Date: 27/02/2026 18:40:12\nTransaction Number: TRBS260227449182\nPaid From Account: xxx-x-x7158-x\nCompany Name: SUNRISE COFFEE ROASTERS\nREFERENCE 1: 0010022\nAmount (THB): 1,145.00\nFee (THB): 0.00\nAvailable Balance (THB): 22,180.41\nK-Contact Center 02-8888888",
                    "1145.00 THB",
                    counterparty="SUNRISE COFFEE ROASTERS",
                    account="7158",
                    when="2026-02-27T18:40:12",
                    reference="TRBS260227449182",
                ),
                seen=True,
            ),
            Layout(
                "transfer",
                OUT,
                "funds transfer (success)",
                {
                    "Transaction Date": "datetime",
                    "Transaction Number": "reference",
                    "From Account": "account",
                    "Account Name": "counterparty",
                    "Received Name": "counterparty",
                    "Amount (THB)": "number",
                },
                Kind.TRANSFER,
                Sample(
                    "Subject: Result of Funds Transfer (Success)\nTransaction Date: 27/05/2026 12:56:31\nTransaction Number: TRBS260527455182\nFrom Account: xxx-x-x7158-x\nTo Bank: SCB\nTo Account: xxx-x-x8841-x\nAccount Name: MR SOMCHAI JAIDEE\nAmount (THB): 1,500.00\nFee (THB): 0.00\nAvailable Balance (THB): 12,110.00",
                    "1500.00 THB",
                    counterparty="MR SOMCHAI JAIDEE",
                    account="7158",
                    when="2026-05-27T12:56:31",
                    reference="TRBS260527455182",
                ),
            ),
            Layout(
                "bill-th",
                OUT,
                "bill payment (success)",
                {
                    "วันที่ทำรายการ": "datetime",
                    "เลขที่รายการ": "reference",
                    "ชำระเงินจากบัญชี": "account",
                    "เพื่อเข้าบัญชีบริษัท": "counterparty",
                    "ผู้ให้บริการ": "counterparty",
                    "จำนวนเงิน (บาท)": "number",
                },
                Kind.BILL_PAYMENT,
                Sample(
                    "วันที่ทำรายการ: 27/05/2026 16:25:29\nเลขที่รายการ: TRBS260527455199\nชำระเงินจากบัญชี: xxx-x-x7158-x\nเพื่อเข้าบัญชีบริษัท: ร้านกาแฟดอยช้าง\nจำนวนเงิน (บาท): 85.00\nค่าธรรมเนียม (บาท): 0.00",
                    "85.00 THB",
                    counterparty="ร้านกาแฟดอยช้าง",
                    account="7158",
                    when="2026-05-27T16:25:29",
                    reference="TRBS260527455199",
                    subject="Result of Bill Payment (Success)",
                ),
            ),
        ),
    ),
)
