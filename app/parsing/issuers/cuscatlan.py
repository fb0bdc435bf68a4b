"""Banco Cuscatlán. Card alerts, El Salvador."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "cuscatlan",
        "Banco Cuscatlán",
        ("bancocuscatlan.com",),
        "SV",
        "USD",
        (
            Format(
                "card-spend",
                OUT,
                "Se ha realizado una compra con su tarjeta [adicional|titular] de Banco CUSCATLAN {account} por {amount} en {counterparty} el día {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Se ha realizado una compra con su tarjeta adicional de Banco CUSCATLAN XXXXXXXXXX9126 por USD 13.00 en PAN SAN FERNANDO el día 2026-09-11 16:35. Consultas al 22122000.",
                    "13.00 USD",
                    counterparty="PAN SAN FERNANDO",
                    account="9126",
                    when="2026-09-11T16:35:00",
                    received="2026-09-11",
                ),
            ),
        ),
        aliases=("cuscatlan",),
    ),
)
