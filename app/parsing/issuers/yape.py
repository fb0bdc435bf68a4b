"""Yape. Payments between people, Peru."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "yape",
        "Yape",
        ("yape.pe",),
        "PE",
        "PEN",
        (
            Layout(
                "sent",
                OUT,
                "¡yapeaste!",
                {
                    "Monto de yapeo": "amount",
                    "Fecha y Hora de la operación": "datetime",
                    "Nombre del Beneficiario": "counterparty",
                    "Nº de operación": "reference",
                },
                Kind.TRANSFER,
                Sample(
                    "Yape\n¡Yapeaste!\nMonto de yapeo*\nS/ 25.00\nYapero\nSam Riv*\nTu número de celular\nXXXXXXXXX845\nFecha y Hora de la operación\n04 abril 2026 - 12:17 a. m.\nCelular del Beneficiario\nXXXXXXXXX317\nNombre del Beneficiario\nRosa Qui*\nNº de operación\n4470938\n*Te notificamos por yapeos desde S/ 10.00. Límite diario S/ 2,000.00",
                    "25.00 PEN",
                    counterparty="Rosa Qui*",
                    when="2026-04-04T00:17:00",
                    reference="4470938",
                ),
            ),
        ),
        aliases=("yape",),
    ),
)
