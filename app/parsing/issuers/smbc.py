"""三井住友銀行. Deposits and withdrawals, Japan."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Issuer, Layout, Notice, Sample

ISSUERS = (
    Issuer(
        "smbc",
        "三井住友銀行",
        ("smbc.co.jp",),
        "JP",
        "JPY",
        (
            Layout(
                "deposit",
                IN,
                "【三井住友銀行】振込入金のお知らせ",
                {"入金日": "date", "金額": "amount", "内容": "counterparty"},
                Kind.TRANSFER,
                Sample(
                    "入金日 ： 2026年07月13日\n金額  ： 30,014円\n内容  ： ヒカリシヨウジ",
                    "30014 JPY",
                    counterparty="ヒカリシヨウジ",
                    when="2026-07-13",
                    received="2026-07-13",
                    subject="【三井住友銀行】振込入金のお知らせ",
                ),
            ),
            Layout(
                "withdrawal",
                OUT,
                "【三井住友銀行】口座出金のお知らせ",
                {"出金日": "date", "出金額": "amount", "内容": "counterparty"},
                Kind.OTHER,
                Sample(
                    "出金日 ： 2026年07月13日\n出金額 ： 3,000円\n内容  ： カ-ド",
                    "3000 JPY",
                    counterparty="カ-ド",
                    when="2026-07-13",
                    received="2026-07-13",
                    subject="【三井住友銀行】口座出金のお知らせ",
                ),
            ),
        ),
        notices=(
            Notice("scheduled", "口座引き落としの事前お知らせ", "【三井住友銀行】口座引き落としの事前お知らせ", where="subject"),
            Notice("not_moved", "振込受付完了のお知らせ", "【三井住友銀行】振込受付完了のお知らせ", where="subject"),
        ),
    ),
)
