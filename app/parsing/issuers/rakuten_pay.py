"""楽天ペイ. Receipts of the payment app, Japan."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "rakuten-pay",
        "楽天ペイ",
        ("pay.rakuten.co.jp",),
        "JP",
        "JPY",
        (
            Layout(
                "used",
                OUT,
                "楽天ペイをご利用いただきありがとうございます",
                {"ご利用日時": "datetime", "ご利用店舗": "counterparty", "決済総額": "amount"},
                Kind.PURCHASE,
                Sample(
                    "楽天ペイをご利用いただきありがとうございます。\nご利用日時 | 2026/05/10(日) 12:34\nご利用店舗 | コンビニ北新宿店\n決済総額 | ¥1,000\nポイント | 200\n楽天キャッシュ | ¥0\nカード | ¥800",
                    "1000 JPY",
                    counterparty="コンビニ北新宿店",
                    when="2026-05-10T12:34:00",
                ),
            ),
        ),
    ),
)
