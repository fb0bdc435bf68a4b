"""Timo. Account alerts in both its languages, Vietnam."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "timo",
        "Timo",
        ("timo.vn",),
        "VN",
        "VND",
        (
            Format(
                "debit",
                OUT,
                "Your Spend Account has been debited {amount} on {datetime}.",
                Kind.OTHER,
                Sample(
                    "Your Spend Account has been debited 37,000 VND on 02/06/2026 08:39.\nYour Current Balance is: 573,193 VND.\nTransaction Description: Corner Store MXN 517557.",
                    "37000 VND",
                    when="2026-06-02T08:39:00",
                ),
            ),
            Format(
                "credit",
                IN,
                "Your Spend Account has been credited {amount} on {datetime}.",
                Kind.TRANSFER,
                Sample(
                    "Your Spend Account has been credited 165,000 VND on 31/05/2026 13:25.\nYour current balance is: 610,000 VND.\nTransaction Description: Sent from my Timo.",
                    "165000 VND",
                    when="2026-05-31T13:25:00",
                ),
            ),
            Format(
                "giam",
                OUT,
                "Tài khoản [Spend Account|Thanh toán] vừa giảm {amount} vào {datetime}.",
                Kind.OTHER,
                Sample(
                    "Tài khoản Spend Account vừa giảm 37.000 VND vào 02/06/2026 08:39.\nSố dư hiện tại: 573.193 VND.\nMô tả: Corner Store.",
                    "37000 VND",
                    when="2026-06-02T08:39:00",
                ),
            ),
            Format(
                "tang",
                IN,
                "Tài khoản [Spend Account|Thanh toán] vừa tăng {amount} vào {datetime}.",
                Kind.TRANSFER,
                Sample(
                    "Tài khoản Spend Account vừa tăng 165.000 VND vào 31/05/2026 13:25.\nSố dư hiện tại: 610.000 VND.\nMô tả: chuyen tien.",
                    "165000 VND",
                    when="2026-05-31T13:25:00",
                ),
            ),
        ),
    ),
)
