"""LH Bank. Transfers and bills, Thailand."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "lhbank",
        "LH Bank",
        ("lhbank.co.th",),
        "TH",
        "THB",
        (
            Layout(
                "transfer",
                OUT,
                "successful transfer",
                {
                    "วันเวลา": "datetime",
                    "จาก": "account",
                    "ไปยัง": "counterparty",
                    "จำนวนเงิน (บาท)": "number",
                    "เลขที่อ้างอิง2": "reference",
                },
                Kind.TRANSFER,
                Sample(
                    "วันเวลา | 25/05/2026 18:45\nจาก | xxx-x-x4471-x\nไปยัง | น.ส. มาลี สุขใจ\nจำนวนเงิน (บาท) | 450.00\nค่าธรรมเนียม (บาท) | 0.00",
                    "450.00 THB",
                    counterparty="น.ส. มาลี สุขใจ",
                    account="4471",
                    when="2026-05-25T18:45:00",
                    subject="[แจ้งเตือน] - โอนเงินสำเร็จ / Successful Transfer",
                ),
            ),
            Layout(
                "bill",
                OUT,
                "successful bill payment",
                {
                    "วันเวลา": "datetime",
                    "จาก": "account",
                    "ไปยัง": "counterparty",
                    "จำนวนเงิน (บาท)": "number",
                    "เลขที่อ้างอิง2": "reference",
                },
                Kind.BILL_PAYMENT,
                Sample(
                    "วันเวลา | 26/05/2026 12:15\nจาก | xxx-x-x4471-x\nไปยัง | การประปานครหลวง\nจำนวนเงิน (บาท) | 220.50\nค่าธรรมเนียม (บาท) | 0.00",
                    "220.50 THB",
                    counterparty="การประปานครหลวง",
                    account="4471",
                    when="2026-05-26T12:15:00",
                    subject="[แจ้งเตือน] - จ่ายบิลสำเร็จ / Successful Bill Payment",
                ),
            ),
        ),
        aliases=("lhbank",),
    ),
)
