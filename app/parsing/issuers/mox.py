"""Mox Bank. Card, transfers and refunds, Hong Kong."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "mox",
        "Mox Bank",
        ("mox.com",),
        "HK",
        "HKD",
        (
            Format(
                "card-spend",
                OUT,
                "你已在{counterparty}消費{amount}",
                Kind.PURCHASE,
                Sample(
                    "Mox Card交易成功 你已在HARBOUR MART消費HKD350.00！如懷疑電28888228",
                    "350.00 HKD",
                    counterparty="HARBOUR MART",
                ),
            ),
            Format(
                "received",
                IN,
                "收到款項 💰❤ {counterparty}已向你付款{amount}",
                Kind.TRANSFER,
                Sample(
                    "收到款項 💰❤️ MR J*** W*** L**已向你付款HKD500.00。若你收到懷疑偽冒我們身份的電郵或電話",
                    "500.00 HKD",
                    counterparty="MR J*** W*** L**",
                ),
            ),
            Format(
                "refund",
                IN,
                "你獲{counterparty}退款{amount}",
                Kind.REFUND,
                Sample("退款 你獲BEST LAMP退款HKD299.00。如懷疑電28888228", "299.00 HKD", counterparty="BEST LAMP"),
            ),
            Format(
                "sent",
                OUT,
                "你已成功在{datetime}向{counterparty} ({words})付款{amount}。「轉數快」參考號碼:{reference}",
                Kind.TRANSFER,
                Sample(
                    "轉數成功 💸 你已成功在02 May 2026 14:05HKT向WONG T*** K** (+852 9123****)付款HKD3,000.00。「轉數快」參考號碼:FRN00000000000",
                    "3000.00 HKD",
                    counterparty="WONG T*** K**",
                    when="2026-05-02T14:05:00+08:00",
                    reference="FRN00000000000",
                ),
            ),
        ),
    ),
)
