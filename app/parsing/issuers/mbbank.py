"""MB. Receipts of MB eBanking, Vietnam."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "mbbank",
        "MB",
        ("mbbank.com.vn",),
        "VN",
        "VND",
        (
            Layout(
                "transfer",
                OUT,
                "mb ebanking&&giao dịch thành công",
                {
                    "Ngày, giờ giao dịch": "datetime",
                    "Số tham chiếu": "reference",
                    "Người thụ hưởng": "counterparty",
                    "Số tiền giao dịch": "amount",
                },
                Kind.TRANSFER,
                Sample(
                    "Cảm ơn Quý khách đã sử dụng dịch vụ MB eBanking.\nMB xin thông báo giao dịch của Quý khách đã được thực hiện như sau:\nNgày, giờ giao dịch | 31-08-2026 01:05:33\n"
                    "Loại giao dịch | Chuyển tiền nội bộ MB\nSố tham chiếu | 26083101055223730\nTài khoản trích nợ | SAM RIVERA - 0001111114417 (VND)\nNgười thụ hưởng | TRAN THI HOA - 0399999999\n"
                    "Số tiền giao dịch | (VND) 20,000.00\nTình trạng | Giao dịch thành công",
                    "20000.00 VND",
                    counterparty="TRAN THI HOA - 0399999999",
                    account="4417",
                    when="2026-08-31T01:05:33",
                    reference="26083101055223730",
                    received="2026-08-31",
                ),
                also=("- {account} (VND)",),
            ),
        ),
    ),
)
