"""ソニー銀行. Debit card alerts, Japan."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "sony-bank",
        "ソニー銀行",
        (
            "sonybank.jp",
            "sonybank.net",
        ),
        "JP",
        "JPY",
        (
            Layout(
                "used",
                OUT,
                "ご利用",
                {
                    "ご利用日時": "datetime",
                    "ご利用日": "datetime",
                    "利用日": "datetime",
                    "ご利用先": "counterparty",
                    "ご利用店舗": "counterparty",
                    "利用先": "counterparty",
                    "加盟店名": "counterparty",
                    "ご利用加盟店": "counterparty",
                    "ご利用金額": "amount",
                    "利用金額": "amount",
                    "お支払い金額": "amount",
                    "承認番号": "reference",
                    "取引番号": "reference",
                    "決済番号": "reference",
                },
                Kind.PURCHASE,
                Sample(
                    "ソニー銀行のご利用がありました。\nご利用日時:2026年5月12日 13:20\nご利用先:カフェ青葉\nご利用金額:780円",
                    "780 JPY",
                    counterparty="カフェ青葉",
                    when="2026-05-12T13:20:00",
                ),
                needs=("counterparty",),
            ),
        ),
    ),
)
