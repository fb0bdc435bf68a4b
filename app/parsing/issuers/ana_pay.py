"""ANA Pay. The airline's wallet, Japan."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "ana-pay",
        "ANA Pay",
        ("ana.co.jp",),
        "JP",
        "JPY",
        (
            Layout(
                "used",
                OUT,
                "ANA Payをご利用いただきありがとうございます",
                {"ご利用日時": "datetime", "ご利用金額": "amount", "ご利用店舗": "counterparty"},
                Kind.PURCHASE,
                Sample(
                    "ANA Payをご利用いただきありがとうございます。\nご利用日時:2026-02-28 21:05:33\nご利用金額:4,915円\nご利用店舗:KOMOREBI TAPROOM\n残高などはアプリでご確認ください。",
                    "4915 JPY",
                    counterparty="KOMOREBI TAPROOM",
                    when="2026-02-28T21:05:33",
                ),
                seen=True,
            ),
        ),
    ),
)
