"""大新銀行. Bills and card alerts, Hong Kong."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "dah-sing",
        "Dah Sing Bank",
        (
            "dahsing.com",
            "dahsing.com.hk",
        ),
        "HK",
        "HKD",
        (
            Layout(
                "bill-payment",
                OUT,
                "已執行繳費交易",
                {"商戶名稱": "counterparty", "提款賬戶": "account"},
                Kind.BILL_PAYMENT,
                Sample(
                    "商戶名稱：滙豐信用卡\n賬單類別：不適用\n賬單號碼：4000001234***890\n繳費金額：港元 15,000.00\n提款賬戶：大新 World 萬事達卡 （尾數 1234 ）",
                    "15000.00 HKD",
                    counterparty="滙豐信用卡",
                    account="1234",
                    subject="已執行繳費交易",
                ),
                also=("繳費金額:港元 {number}",),
            ),
            Layout(
                "card-not-present",
                OUT,
                "card-not-present successful transaction",
                {
                    "Merchant": "counterparty",
                    "Transaction Amount": "amount",
                    "Card No. ending with": "account",
                    "Transaction Date": "date",
                },
                Kind.PURCHASE,
                Sample(
                    "Merchant: POWER GYM\nTransaction Amount:HKD 520.00\nCard No. ending with: 1234\nTransaction Date: 01 May 2026",
                    "520.00 HKD",
                    counterparty="POWER GYM",
                    account="1234",
                    when="2026-05-01",
                    subject="Dah Sing Bank: Card-Not-Present Successful Transaction Alert",
                ),
            ),
        ),
        aliases=("dahsing",),
    ),
)
