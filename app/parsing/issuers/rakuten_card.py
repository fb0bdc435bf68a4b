"""楽天カード. Card use, first notice."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "rakuten-card",
        "楽天カード",
        ("rakuten-card.co.jp",),
        "JP",
        "JPY",
        (
            Layout(
                "card-spend",
                OUT,
                "カード利用のお知らせ",
                {"利用日": "date", "利用先": "counterparty", "利用金額": "amount"},
                Kind.PURCHASE,
                Sample(
                    "【速報版】カード利用のお知らせ(本人ご利用分)\n楽天カード（Visa）をご利用いただき誠にありがとうございます。\nお客様のカードのご利用情報が楽天カードに届きましたのでお知らせいたします。\n<カードご利用情報>\n《ショッピングご利用分》\n■利用日: 2026/05/17\n■利用先: ﾄﾞﾗﾂｸﾞｽﾄｱ ﾐﾄﾞﾘﾔ\n■利用者: 本人\n■支払方法: 1回\n■利用金額: 2,860 円\n■支払月: 2026/07\nカード利用獲得ポイント: 12 ポイント",
                    "2860 JPY",
                    counterparty="ﾄﾞﾗﾂｸﾞｽﾄｱ ﾐﾄﾞﾘﾔ",
                    when="2026-05-17",
                ),
                seen=True,
            ),
        ),
    ),
)
