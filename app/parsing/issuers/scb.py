"""SCB Easy. Transfers, in Thai."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "scb",
        "SCB Easy",
        ("scb.co.th",),
        "TH",
        "THB",
        (
            Format(
                "transfer",
                OUT,
                "จาก {word} เบอร์บัญชี {account} ไปยัง {counterparty} เบอร์บัญชี {word} จำนวนเงิน {amount} วันและเวลาการทำรายการ:{datetime}",
                Kind.TRANSFER,
                Sample(
                    "จาก ธนาคารไทยพาณิชย์ เบอร์บัญชี xxxxxx4427\nไปยัง ธนาคารKBank เบอร์บัญชี 0148920000\nจำนวนเงิน 1,250.00 บาท\nวันและเวลาการทำรายการ:18 มี.ค. 2569 ณ 08:41:09",
                    "1250.00 THB",
                    counterparty="ธนาคารKBank",
                    account="4427",
                    when="2026-03-18T08:41:09",
                    received="2026-03-18",
                ),
                seen=True,
            ),
        ),
    ),
)
