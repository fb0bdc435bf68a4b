"""Akbank. Cards and transfers, Türkiye."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "akbank",
        "Akbank",
        ("akbank.com",),
        "TR",
        "TRY",
        (
            Format(
                "card-spend",
                OUT,
                "{account} ile biten [kredi |banka |]kartınız[la| ile] {datetime} [tarihinde|saatinde] {counterparty} [işyerinden|işyerinde|iş yerinden|firmasından] {amount} tutarında [harcama|alışveriş|işlem] [yapılmıştır|gerçekleşmiştir|gerçekleştirilmiştir]",
                Kind.PURCHASE,
                Sample(
                    "4471 ile biten kredi kartınızla 09.06.2026 12:02 tarihinde MAVI KITAP işyerinden 310,00 TL tutarında harcama yapılmıştır.",
                    "310.00 TRY",
                    counterparty="MAVI KITAP",
                    account="4471",
                    when="2026-06-09T12:02:00",
                ),
            ),
            Format(
                "transfer-in",
                IN,
                "hesabınıza {counterparty} tarafından {amount} tutarında [havale|EFT|FAST|para transferi] [gelmiştir|yapılmıştır|gönderilmiştir]",
                Kind.TRANSFER,
                Sample(
                    "Sayın müşterimiz, hesabınıza DENIZ ARSLAN tarafından 1.250,00 TL tutarında FAST gelmiştir.",
                    "1250.00 TRY",
                    counterparty="DENIZ ARSLAN",
                ),
            ),
            Format(
                "transfer-out",
                OUT,
                "hesabınızdan {counterparty} adına {amount} tutarında [havale|EFT|FAST|para transferi] [yapılmıştır|gönderilmiştir]",
                Kind.TRANSFER,
                Sample(
                    "Sayın müşterimiz, hesabınızdan ECE YALIN adına 400,00 TL tutarında EFT yapılmıştır.",
                    "400.00 TRY",
                    counterparty="ECE YALIN",
                ),
            ),
        ),
        aliases=("akbank",),
    ),
)
