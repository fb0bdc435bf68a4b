"""BCP. Card purchases, Peru."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "bcp",
        "BCP",
        ("notificacionesbcp.com.pe",),
        "PE",
        "PEN",
        (
            Layout(
                "card-spend",
                OUT,
                "realizaste un consumo",
                {
                    "Total del consumo": "amount",
                    "Fecha y hora": "datetime",
                    "Número de Tarjeta de Débito": "account",
                    "Número de Tarjeta de Crédito": "account",
                    "Empresa": "counterparty",
                    "Número de operación": "reference",
                },
                Kind.PURCHASE,
                Sample(
                    "Hola Sam,\nRealizaste un consumo de S/ 53.90 con tu Tarjeta de Débito BCP en CA018 LIBERTAD.\nPor tu seguridad, te enviamos los datos de tu operación.\nTotal del consumo | S/ 53.90\nOperación realizada | Consumo Tarjeta de Débito\nFecha y hora | 02 de marzo de 2026 - 09:06 PM\nNúmero de Tarjeta de Débito | ************6632\nEmpresa | CA018 LIBERTAD\nNúmero de operación | 318842\nBanca por Teléfono 311-9898. Gana 2x puntos en compras desde S/ 100.00.",
                    "53.90 PEN",
                    counterparty="CA018 LIBERTAD",
                    account="6632",
                    when="2026-03-02T21:06:00",
                    reference="318842",
                ),
            ),
        ),
    ),
)
