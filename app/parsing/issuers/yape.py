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
                seen=True,
            ),
            Layout(
                "service",
                OUT,
                "tu yapeo de servicio ha sido confirmado",
                {
                    "Monto total": "amount",
                    "Fecha y hora": "datetime",
                    "Nº de operación Yape": "reference",
                    "Empresa": "counterparty",
                },
                Kind.BILL_PAYMENT,
                Sample(
                    "Monto total | S/ 10.00\nYapero(a) | Sam Riv*\nFecha y hora | 15 Set, 2025 - 08:20 pm\nNº de operación Yape | 3316122\nDetalle del servicio\nEmpresa | Metro y Corredores\nServicio | Recarga de Tarjetas",
                    "10.00 PEN",
                    counterparty="Metro y Corredores",
                    when="2025-09-15T20:20:00",
                    reference="3316122",
                    subject="Tu yapeo de servicio ha sido confirmado",
                ),
            ),
            Layout(
                "topup",
                OUT,
                "tu recarga en yape ha sido confirmada",
                {"Recarga Efectiva": "amount", "Nº de operación": "reference", "Empresa": "counterparty"},
                Kind.TOPUP,
                Sample(
                    "Nº de operación | 3316133\nEmpresa | TELEFONIA ANDINA S.A.C.\nRecarga Efectiva: S/ 6.0",
                    "6.0 PEN",
                    counterparty="TELEFONIA ANDINA S.A.C.",
                    reference="3316133",
                    subject="Tu recarga en Yape ha sido confirmada",
                ),
            ),
        ),
        aliases=("yape",),
    ),
)
