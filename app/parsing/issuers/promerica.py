"""Banco Promerica. Card purchases and payments of the card, Costa Rica and its neighbours."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "promerica",
        "Banco Promerica",
        (
            "promerica.fi.cr",
            "promerica.com.gt",
            "promerica.com.sv",
            "promerica.com.do",
        ),
        "CR",
        "CRC",
        (
            Layout(
                "card-spend",
                OUT,
                "tu transacción fue realizada con éxito",
                {
                    "Comercio": "counterparty",
                    "Fecha/hora": "datetime",
                    "Número de tarjeta": "account",
                    "Número de autorización": "fallback",
                    "Número de referencia": "reference",
                    "Monto CRC": "number",
                    "Monto": "amount",
                },
                Kind.PURCHASE,
                Sample(
                    "¡Tu transacción fue realizada con éxito!\nComercio | ALMACEN JERUSALEN HEREDIA CR\nTipo de Comercio | DEPARTMENT STORES\nFecha/hora | 22 may 2026 / 16:15\nNúmero de tarjeta | ****-****-****-6728\nNúmero de autorización | 825861\nNúmero de referencia | 4244012689\nMonto CRC: | 16,915.00",
                    "16915.00 CRC",
                    counterparty="ALMACEN JERUSALEN HEREDIA CR",
                    account="6728",
                    when="2026-05-22T16:15:00",
                    reference="4244012689",
                ),
            ),
            Format(
                "card-bill",
                OUT,
                "El pago de la tarjeta de crédito propia por un monto de {amount} se realizó con éxito",
                Kind.BILL_PAYMENT,
                Sample(
                    "El pago de la tarjeta de crédito propia por un monto de 97,809.27 CRC se realizó con éxito.\nReferencia: 3812553637\nCuenta origen: CR90011610100082366272\nFecha/Hora: 24/05/2026 10:42:44 AM",
                    "97809.27 CRC",
                    account="6272",
                    when="2026-05-24T10:42:44",
                    reference="3812553637",
                ),
                also=(
                    "Referencia: {reference}",
                    "Fecha/Hora: {datetime}",
                    "Cuenta origen: CR{account}",
                ),
            ),
        ),
        aliases=("promerica",),
    ),
)
