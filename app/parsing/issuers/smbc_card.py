"""三井住友カード. Card alerts, Japan."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "smbc-card",
        "三井住友カード",
        (
            "vpass.ne.jp",
            "smbc-card.com",
        ),
        "JP",
        "JPY",
        (
            Format(
                "used",
                OUT,
                "ご利用日時:{datetime} {counterparty}（[買物|ショッピング|お買い物]） {amount}",
                Kind.PURCHASE,
                Sample(
                    "ご利用内容\nご利用日時:2026/03/26 12:18\nHOSHI BENTO（買物）\n932円\n本メールはカードご利用の承認照会に基づく通知であり",
                    "932 JPY",
                    counterparty="HOSHI BENTO",
                    when="2026-03-26T12:18:00",
                ),
                seen=True,
            ),
            Layout(
                "used-table",
                OUT,
                "三井住友カード&&ご利用のお知らせ&&ご利用先",
                {"ご利用日時": "datetime", "ご利用日": "datetime", "ご利用先": "counterparty", "ご利用金額": "amount"},
                Kind.PURCHASE,
                Sample(
                    "いつも三井住友カードをご利用いただきありがとうございます。\nご利用日時:2026/03/27 18:40\nご利用先:YAMA BOOKS\nご利用金額:2,310円",
                    "2310 JPY",
                    counterparty="YAMA BOOKS",
                    when="2026-03-27T18:40:00",
                    subject="ご利用のお知らせ【三井住友カード】",
                ),
            ),
        ),
        aliases=("三井住友カード",),
    ),
)
