"""BCP. Card purchases, Peru."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "bcp",
        "BCP",
        ("notificacionesbcp.com.pe", "viabcp.com", "bcp.com.pe"),
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
                seen=True,
            ),
            Layout(
                "own-transfer",
                OUT,
                "realizaste una transferencia",
                {
                    "Monto transferido": "amount",
                    "Monto total": "amount",
                    "Fecha y hora": "datetime",
                    "Desde": "account",
                    "Enviado a": "counterparty",
                    "Número de operación": "reference",
                },
                Kind.TRANSFER,
                Sample(
                    "Realizaste una transferencia de S/ 57.95 desde tu Clasica.\nMonto transferido | S/ 57.95\nOperación realizada | Transferencia a terceros\nFecha y hora | 02 de Mayo de 2026 - 02:58 PM\nDesde | Clasica **** 1234\nEnviado a | ROSA MENDIVIL\nNúmero de operación | 00417788",
                    "57.95 PEN",
                    counterparty="ROSA MENDIVIL",
                    account="1234",
                    when="2026-05-02T14:58:00",
                    reference="00417788",
                ),
            ),
            Layout(
                "qr-payment",
                OUT,
                "realizaste un yapeo",
                {
                    "Monto total": "amount",
                    "Monto enviado": "amount",
                    "Monto": "amount",
                    "Fecha y hora": "datetime",
                    "Enviado a": "counterparty",
                    "Desde": "account",
                    "Número de operación": "reference",
                },
                Kind.TRANSFER,
                Sample(
                    "Realizaste un yapeo a celular de S/ 2.00 desde tu Clasica Soles.\nMonto total | S/ 2.00\nFecha y hora | 03 de mayo de 2026 - 08:10 AM\nEnviado a | TIENDA LUCHITO\nDesde | Clasica Soles **** 1234\nNúmero de operación | 00417799",
                    "2.00 PEN",
                    counterparty="TIENDA LUCHITO",
                    account="1234",
                    when="2026-05-03T08:10:00",
                    reference="00417799",
                ),
            ),
            Layout(
                "agent-cash",
                OUT,
                "realizaste un retiro",
                {
                    "Monto retirado": "amount",
                    "Fecha y hora": "datetime",
                    "Número de Tarjeta de Débito": "account",
                    "Canal": "counterparty",
                    "Número de operación": "reference",
                },
                Kind.WITHDRAWAL,
                Sample(
                    "Realizaste un retiro de S/ 60.00 con tu Tarjeta de Débito BCP en un Agente BCP.\nMonto retirado | S/ 60.00\nComisión por operación | GRATIS\nOperación realizada | Retiro\nFecha y hora | 19 de mayo de 2026 - 04:45 PM\nNúmero de Tarjeta de Débito | ************1234\nCanal | Agente BCP\nNúmero de operación | 00417811",
                    "60.00 PEN",
                    counterparty="Agente BCP",
                    account="1234",
                    when="2026-05-19T16:45:00",
                    reference="00417811",
                ),
            ),
        ),
    ),
)
