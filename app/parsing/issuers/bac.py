"""BAC. Card notices and SINPE transfers, Costa Rica."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "bac",
        "BAC",
        ("notificacionesbaccr.com", "baccredomatic.cr", "baccredomatic.com"),
        "CR",
        "CRC",
        (
            Layout(
                "card-spend",
                OUT,
                "tipo de transacción&&compra",
                {
                    "Comercio": "counterparty",
                    "Fecha": "datetime",
                    "VISA": "account",
                    "AMEX": "account",
                    "MASTERCARD": "account",
                    "MASTER": "account",
                    "Autorización": "fallback",
                    "Referencia": "reference",
                    "Monto": "amount",
                },
                Kind.PURCHASE,
                Sample(
                    'Hola SAM RIVERA\nA continuación le detallamos la transacción realizada:\nComercio: | SODA LA CEIBA\nCiudad y país: | SAN JOSE, Costa Rica\nFecha: | Ene 14, 2026, 12:20\nVISA: | ***********3359\nAutorización: | 170932\nReferencia: | 601418170932\nTipo de Transacción: | COMPRA\nMonto: | CRC 6,715.00\n¿Tiene dudas sobre esta transacción? Puede contactarnos vía WhatsApp al 8742-0000 agregando la palabra "alerta".\nComunicado válido únicamente para Costa Rica. TODOS LOS DERECHOS RESERVADOS. 2026 © BAC INTERNATIONAL BANK. Participe por ₡5.000.000 con sus compras.',
                    "6715.00 CRC",
                    counterparty="SODA LA CEIBA",
                    account="3359",
                    when="2026-01-14T12:20:00",
                    reference="601418170932",
                ),
                seen=True,
            ),
            Format(
                "sinpe-received",
                IN,
                "recibió una transferencia SINPE con el número de referencia {reference}, el día {datetime}, acreditando la cuenta IBAN CR{account} un monto de {amount}",
                Kind.TRANSFER,
                Sample(
                    "recibió una transferencia SINPE con el número de referencia 2026020218817020010007741, el día 02/02/2026 a las 05:41:00 p.m. horas, acreditando la cuenta IBAN CR8601XXXXXXXXXXXX6038 un monto de 74,500.00 Colones",
                    "74500.00 CRC",
                    account="6038",
                    when="2026-02-02T17:41:00",
                    reference="2026020218817020010007741",
                ),
                seen=True,
            ),
        ),
    ),
)
