"""Bci. Card purchases and transfers, Chile."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "bci",
        "Bci",
        ("bci.cl",),
        "CL",
        "CLP",
        (
            Layout(
                "card-spend",
                OUT,
                "compra con tarjeta",
                {
                    "Número tarjeta débito": "account",
                    "Número tarjeta crédito": "account",
                    "Número tarjeta de crédito": "account",
                    "Monto": "amount",
                    "Fecha": "date",
                    "Hora": "time",
                    "Comercio": "counterparty",
                },
                Kind.PURCHASE,
                Sample(
                    "Número tarjeta débito: ****5616\nMonto: $4.000\nFecha: 19/04/2026\nHora: 09:53 horas\nComercio: PANADERIA NIEVES",
                    "4000 CLP",
                    counterparty="PANADERIA NIEVES",
                    account="5616",
                    when="2026-04-19T09:53:00",
                    subject="Compra con tarjeta débito",
                ),
            ),
        ),
    ),
)
