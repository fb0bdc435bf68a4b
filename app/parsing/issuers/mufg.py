"""三菱UFJ銀行. Debit card alerts, Japan."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "mufg",
        "三菱UFJ",
        ("mufg.jp",),
        "JP",
        "JPY",
        (
            Layout(
                "debit-card",
                OUT,
                "デビットのご利用がありましたので",
                {"ご利用日時": "datetime", "ご利用加盟店": "counterparty", "ご利用金額": "amount", "承認番号": "reference"},
                Kind.PURCHASE,
                Sample(
                    "三菱ＵＦＪ－ＶＩＳＡデビットのご利用がありましたので、お知らせいたします。\nご利用日時 :2026/04/10 12:15:33\nご利用加盟店 :HIKARI DENKI SHIBUYA\nご利用金額 :2,760円\n承認番号 :308841\n1日あたりのご利用限度額は 500,000円 です。",
                    "2760 JPY",
                    counterparty="HIKARI DENKI SHIBUYA",
                    when="2026-04-10T12:15:33",
                    reference="308841",
                ),
                seen=True,
            ),
        ),
    ),
)
