"""國泰世華銀行. Card alerts, Taiwan."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "cathay",
        "國泰世華銀行",
        ("cathaybk.com.tw",),
        "TW",
        "TWD",
        (
            Layout(
                "card-spend",
                OUT,
                "消費",
                {
                    "消費日期": "date",
                    "消費時間": "time",
                    "授權日期": "date",
                    "授權時間": "time",
                    "消費金額": "amount",
                    "商店名稱": "counterparty",
                    "特約商店": "counterparty",
                    "卡號末四碼": "account",
                    "卡號後4碼": "account",
                    "授權碼": "fallback",
                },
                Kind.PURCHASE,
                Sample(
                    "消費彙整通知\n卡號後4碼 | 4417\n消費日期 | 2026/05/12\n消費時間 | 13:20\n商店名稱 | 大安書店\n消費金額 | NT$780",
                    "780 TWD",
                    counterparty="大安書店",
                    account="4417",
                    when="2026-05-12T13:20:00",
                ),
                needs=("counterparty",),
            ),
        ),
    ),
)
