"""Banco Santander México. Card purchases."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "santander-mx",
        "Santander México",
        ("santander.com.mx",),
        "MX",
        "MXN",
        (
            Format(
                "card-spend",
                OUT,
                "Realizaste una compra por {amount} en {counterparty} con tu tarjeta terminada en {account} el {date}",
                Kind.PURCHASE,
                Sample(
                    "Realizaste una compra por $812.40 M.N. en MERCADO LA MERCED con tu tarjeta terminada en 4417 el 12/05/2026.",
                    "812.40 MXN",
                    counterparty="MERCADO LA MERCED",
                    account="4417",
                    when="2026-05-12",
                ),
            ),
        ),
    ),
)
