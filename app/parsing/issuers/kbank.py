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
            ),
        ),
    ),
)
