"""Garanti BBVA. Card alerts, Türkiye."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "garanti",
        "Garanti BBVA",
        (
            "garantibbva.com.tr",
            "garanti.com.tr",
        ),
        "TR",
        "TRY",
        (
            Format(
                "card-spend",
                OUT,
                "{account} ile biten kartınızla {datetime} tarihinde {counterparty} işyerinde {amount} tutarında işlem yapılmıştır",
                Kind.PURCHASE,
                Sample(
                    "9071 ile biten kartınızla 07.06.2026 15:19 tarihinde KADIKOY ELEKTRONIK işyerinde 2.457,90 TL tutarında işlem yapılmıştır.\nKullanılabilir limit: 41.220,15 TL",
                    "2457.90 TRY",
                    counterparty="KADIKOY ELEKTRONIK",
                    account="9071",
                    when="2026-06-07T15:19:00",
                ),
                seen=True,
            ),
            Format(
                "card-spend-de",
                OUT,
                "{account} ile biten [kredi |banka |]kartınız ile {datetime} tarihinde {counterparty} işyerinde {amount} tutarında [harcama|alışveriş] [yapılmıştır|gerçekleştirilmiştir]",
                Kind.PURCHASE,
                Sample(
                    "9071 ile biten kredi kartınız ile 09.06.2026 12:02 tarihinde BOSPHORUS KITAP işyerinde 310,00 TL tutarında harcama yapılmıştır.",
                    "310.00 TRY",
                    counterparty="BOSPHORUS KITAP",
                    account="9071",
                    when="2026-06-09T12:02:00",
                ),
            ),
        ),
        aliases=("garanti",),
    ),
)
