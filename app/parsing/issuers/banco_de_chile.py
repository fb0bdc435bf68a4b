"""Banco de Chile. Card and account purchases."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "banco-de-chile",
        "Banco de Chile",
        ("bancochile.cl",),
        "CL",
        "CLP",
        (
            Format(
                "card-spend",
                OUT,
                "se ha realizado una compra por {amount} con [Tarjeta de Crédito|cargo a Cuenta] {account} en {counterparty} el {datetime}.",
                Kind.PURCHASE,
                Sample(
                    "se ha realizado una compra por $130.000 con\ncargo a Cuenta ****2274 en ORTOPEDIA ANDES SPA el 15/05/2026 12:33.",
                    "130000 CLP",
                    counterparty="ORTOPEDIA ANDES SPA",
                    account="2274",
                    when="2026-05-15T12:33:00",
                ),
            ),
        ),
    ),
)
