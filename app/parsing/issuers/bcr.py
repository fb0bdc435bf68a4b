"""Banco de Costa Rica. Card alerts in a table, transfers."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "bcr",
        "Banco de Costa Rica",
        (
            "bancobcr.com",
            "bcr.fi.cr",
        ),
        "CR",
        "CRC",
        (
            Layout(
                "card-spend",
                OUT,
                "transacciones en su tarjeta bcr&&aprobada",
                {
                    "Fecha": "datetime",
                    "Autorización": "fallback",
                    "No.Referencia": "reference",
                    "No. Referencia": "reference",
                    "Monto": "number",
                    "Moneda": "currency",
                    "Comercio": "counterparty",
                    "Estado": "status",
                },
                Kind.PURCHASE,
                Sample(
                    "Transacciones en su tarjeta BCR: ****-****-****-5269\nLe informamos la siguiente transacción realizada con su tarjeta BCR :\nFecha | Autorización | No.Referencia | Monto | Moneda | Comercio | Estado\n03/05/2026 07:34:40 | 00704612 | 624613517122 | 19,800.00 | COLON COSTA RICA | CLINICA LOS YOSES SAN JOSE CR | Aprobada",
                    "19800.00 CRC",
                    counterparty="CLINICA LOS YOSES SAN JOSE CR",
                    account="5269",
                    when="2026-05-03T07:34:40",
                    reference="624613517122",
                ),
                also=("en su tarjeta BCR: {account}",),
            ),
            Layout(
                "transfer",
                OUT,
                "el bcr le informa que ha realizado la siguiente transacción",
                {"Fecha": "datetime", "Documento": "reference", "Cuenta origen": "account", "Monto debitado": "amount"},
                Kind.TRANSFER,
                Sample(
                    "El BCR le informa que ha realizado la siguiente transacción en la aplicación BCR Móvil:\nTransferencia entre cuentas BCR\nFecha | 02/05/2026 03:37 p. m.\nDocumento | 15370938\nCuenta origen | CR33015202001411688521\nCuenta destino | CR49015202001073796687 SOLANO VEGA MARTA\nMonto debitado | ₡137.400,00\nMonto transferido | $300,00\nMotivo | Abono",
                    "137400.00 CRC",
                    counterparty="SOLANO VEGA MARTA",
                    account="8521",
                    when="2026-05-02T15:37:00",
                    reference="15370938",
                ),
                also=("Cuenta destino CR{digits} {counterparty} Monto",),
            ),
        ),
    ),
)
