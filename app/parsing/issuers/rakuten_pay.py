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
                seen=True,
            ),
            Layout(
                "used-app",
                OUT,
                "楽天ペイ&&利用店舗",
                {"利用日時": "datetime", "利用店舗": "counterparty", "利用金額": "amount"},
                Kind.PURCHASE,
                Sample(
                    "いつも楽天ペイをご利用いただきありがとうございます。\n以下の内容でご利用がございました。\n■利用日時：2026/05/10 12:34\n■利用店舗：コンビニ新宿三丁目店\n■利用金額：1,000円",
                    "1000 JPY",
                    counterparty="コンビニ新宿三丁目店",
                    when="2026-05-10T12:34:00",
                ),
            ),
            Layout(
                "used-online",
                OUT,
                "楽天ペイ（オンライン決済）をご利用いただき",
                {"注文日": "date", "加盟店名": "counterparty", "お支払い金額": "amount"},
                Kind.PURCHASE,
                Sample(
                    "楽天ペイ（オンライン決済）をご利用いただきありがとうございます。\n■注文日：2026/05/10\n■加盟店名：みどり商店\n■お支払い金額：2,500円",
                    "2500 JPY",
                    counterparty="みどり商店",
                    when="2026-05-10",
                ),
            ),
        ),
    ),
)
