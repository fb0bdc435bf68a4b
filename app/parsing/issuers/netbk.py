"""住信SBIネット銀行. Debit card alerts, Japan."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "netbk",
        "住信SBIネット銀行",
        ("netbk.co.jp",),
        "JP",
        "JPY",
        (
            Layout(
                "debit-card",
                OUT,
                "【デビットカード】ご利用のお知らせ",
                {
                    "利用日時": "datetime",
                    "利用加盟店": "counterparty",
                    "引落金額": "number",
                    "引落通貨": "currency",
                    "承認番号": "reference",
                },
                Kind.PURCHASE,
                Sample(
                    "利用日時   ： 2026/05/26 20:11:16\n利用加盟店 ： HOSHI BENTO\n引落金額   ： 4,754.00",
                    "4754.00 JPY",
                    counterparty="HOSHI BENTO",
                    when="2026-05-26T20:11:16",
                    subject="【デビットカード】ご利用のお知らせ(住信SBIネット銀行)",
                ),
            ),
        ),
    ),
)
