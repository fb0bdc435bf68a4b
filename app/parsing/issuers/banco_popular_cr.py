"""Banco Popular y de Desarrollo Comunal. Card alerts, Costa Rica."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "banco-popular-cr",
        "Banco Popular",
        ("bancopopular.fi.cr",),
        "CR",
        "CRC",
        (
            Format(
                "card-spend",
                OUT,
                "le informa de la transacción realizada en {counterparty} el {date} a las {time}, con la tarjeta [VISA|MASTERCARD|MC] {words} {account}, Auth # {fallback}, Ref # {reference}, por {amount}",
                Kind.PURCHASE,
                Sample(
                    "El Banco Popular le informa de la transacción realizada en HOSPITAL CENTRAL PLSAN JOSE CR el 06/02/2026 a las 15:47, con la tarjeta VISA INTERNACIONAL A 2089, Auth # 731120, Ref # 603711229948, por 18,406.75 Colones",
                    "18406.75 CRC",
                    counterparty="HOSPITAL CENTRAL PLSAN JOSE CR",
                    account="2089",
                    when="2026-02-06T15:47:00",
                    reference="603711229948",
                ),
                seen=True,
            ),
        ),
    ),
)
