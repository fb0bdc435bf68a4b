"""玉山銀行. Card alerts, Taiwan."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "esun",
        "E.SUN Bank",
        (
            "esunbank.com",
            "esunbank.com.tw",
        ),
        "TW",
        "TWD",
        (
            Format(
                "card-spend",
                OUT,
                "玉山信用卡（末四碼{account}）於 {datetime} 在 {counterparty} 消費 {amount}",
                Kind.PURCHASE,
                Sample(
                    "您的玉山信用卡（末四碼6614）於 2026/03/22 19:29 在 大安火鍋 消費 NT$1,280 元。",
                    "1280 TWD",
                    counterparty="大安火鍋",
                    account="6614",
                    when="2026-03-22T19:29:00",
                ),
                seen=True,
            ),
        ),
        aliases=("玉山銀行",),
    ),
)
