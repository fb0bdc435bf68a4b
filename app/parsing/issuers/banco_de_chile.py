"""Banco de Chile. Card and account purchases."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

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
                seen=True,
            ),
            Layout(
                "transfer-out",
                OUT,
                "comprobante de transferencia",
                {
                    "Fecha": "datetime",
                    "Fecha y Hora": "datetime",
                    "Monto": "amount",
                    "Destinatario": "counterparty",
                    "Nombre y Apellido": "counterparty",
                    "Nº de Cuenta": "account",
                    "Transacción": "reference",
                },
                Kind.TRANSFER,
                Sample(
                    "Comprobante de Transferencia a terceros\nOrigen\nNº de Cuenta | 00-160-22209-05\nDestino\nNombre y Apellido | Claudia Zúñiga Nilo\nMonto | $470.250\nFecha y Hora:\nsábado 02 de mayo de 2026 09:53\nTransacción\nTEFMBCO2605020953304705556760",
                    "470250 CLP",
                    counterparty="Claudia Zúñiga Nilo",
                    account="0905",
                    when="2026-05-02T09:53:00",
                    reference="TEFMBCO2605020953304705556760",
                ),
            ),
            Layout(
                "transfer-in",
                IN,
                "transferencia recibida",
                {
                    "Fecha": "datetime",
                    "Fecha y Hora": "datetime",
                    "Monto": "amount",
                    "Desde": "counterparty",
                    "Transacción": "reference",
                },
                Kind.TRANSFER,
                Sample(
                    "Transferencia recibida\nFecha: 29/04/2026 09:10\nMonto: $1.200.000\nDesde: Talleres Ñuble SPA\nMensaje: saldo abril",
                    "1200000 CLP",
                    counterparty="Talleres Ñuble SPA",
                    when="2026-04-29T09:10:00",
                ),
            ),
        ),
    ),
)
