"""Techcombank. Transfers, Vietnam."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "techcombank",
        "Techcombank",
        ("techcombank.com.vn",),
        "VN",
        "VND",
        (
            Layout(
                "transfer",
                OUT,
                "chuyển tiền thành công",
                {
                    "Số tiền": "amount",
                    "Người nhận": "counterparty",
                    "Tên người nhận": "counterparty",
                    "Thời gian": "datetime",
                    "Mã giao dịch": "reference",
                    "Tài khoản nguồn": "account",
                },
                Kind.TRANSFER,
                Sample(
                    "Chuyển tiền thành công\nSố tiền | 1,500,000 VND\nTên người nhận | NGUYEN VAN AN\nThời gian | 12/05/2026 13:20\nMã giao dịch | FT26132447711\nTài khoản nguồn | ******7702",
                    "1500000 VND",
                    counterparty="NGUYEN VAN AN",
                    account="7702",
                    when="2026-05-12T13:20:00",
                    reference="FT26132447711",
                ),
            ),
        ),
        aliases=("techcombank",),
    ),
)
