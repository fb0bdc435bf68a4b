"""JCB. Card alerts, Japan."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "jcb",
        "JCB",
        ("jcb.co.jp",),
        "JP",
        "JPY",
        (
            Layout(
                "used",
                OUT,
                "カードのご利用がありましたのでご連絡します",
                {
                    "ご利用日時(日本時間)": "japan_time",
                    "ご利用日時": "datetime",
                    "ご利用金額": "amount",
                    "ご利用先": "counterparty",
                },
                Kind.PURCHASE,
                Sample(
                    "カード名称 : 【ＯＳ】ＪＣＢカードＷ ＮＬ\nJCBカードのご利用がありましたのでご連絡します。\n【ご利用日時(日本時間)】 2026/01/28 20:26\n【ご利用金額】 1,873円\n【ご利用先】 ハナゾノストア－\n▼ご留意点",
                    "1873 JPY",
                    counterparty="ハナゾノストア－",
                    when="2026-01-28T20:26:00+09:00",
                ),
                seen=True,
            ),
        ),
    ),
)
