"""Produbanco. Cards, transfers and services, Ecuador."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Notice, Sample

WHEN = {"Fecha y Hora": "datetime"}

ISSUERS = (
    Issuer(
        "produbanco",
        "Produbanco",
        ("produbanco.com", "produbanco.com.ec"),
        "EC",
        "USD",
        (
            Layout(
                "card-spend",
                OUT,
                "se acaba de registrar un consumo con tu Tarjeta",
                {"Valor": "amount", "Establecimiento": "counterparty", "Cuenta Débito": "account", **WHEN},
                Kind.PURCHASE,
                Sample(
                    "Fecha y Hora: 01/Agosto/2026 14:32\nTransacción: Consumo Tarjeta de Crédito Produbanco\nTe informamos que se acaba de registrar un consumo con tu Tarjeta de Crédito Visa Produbanco XXX4417 .\nDetalle\nValor: USD 12.34\nEstablecimiento: DLC* FLORES ANDINAS\nAtentamente",
                    "12.34 USD",
                    counterparty="DLC* FLORES ANDINAS",
                    account="4417",
                    when="2026-08-01T14:32:00",
                ),
                also=("Produbanco XXX{account} .",),
            ),
            Layout(
                "transfer-out",
                OUT,
                "Transferencia Enviada Exitosamente desde Produbanco",
                {"Contacto": "counterparty", "Monto": "amount", "Referencia": "reference", **WHEN},
                Kind.TRANSFER,
                Sample(
                    "Fecha y Hora: 01/Agosto/2026 15:01\nTransacción: Transferencia Enviada Exitosamente desde Produbanco\nDetalle\nContacto: Elena Vaca Mora\nBanco Destino: BANCO AUSTRAL\nCuenta Destino: XXXXX54321\nMonto: $12.34\nDescripción: Pago\nCanal: App Móvil\nReferencia: 987654321012",
                    "12.34 USD",
                    counterparty="Elena Vaca Mora",
                    when="2026-08-01T15:01:00",
                    reference="987654321012",
                ),
            ),
            Layout(
                "transfer-in",
                IN,
                "Transacción: Transferencia recibida desde Produbanco",
                {
                    "Enviada por": "counterparty",
                    "Cuenta Destino": "account",
                    "Cuenta Contacto": "account",
                    "Monto": "amount",
                    "Referencia": "reference",
                    **WHEN,
                },
                Kind.TRANSFER,
                Sample(
                    "Te confirmamos que MARCO LEON VERA ha realizado una transferencia a tu cuenta en BANCO AUSTRAL , enviada desde Produbanco.\nFecha y Hora: 02/Agosto/2026 09:14\nTransacción: Transferencia recibida desde Produbanco\nDetalle\nBanco Destino: BANCO AUSTRAL\nCuenta Destino: XXXXX20977\nMonto: $64.00\nReferencia: 987654321099",
                    "64.00 USD",
                    counterparty="MARCO LEON VERA",
                    account="0977",
                    when="2026-08-02T09:14:00",
                    reference="987654321099",
                ),
                also=("Te confirmamos que {counterparty} ha realizado una transferencia a tu cuenta",),
            ),
            Layout(
                "service",
                OUT,
                "Te informamos que el siguiente pago se ha realizado",
                {
                    "Monto": "amount",
                    "Cuenta Débito": "account",
                    "Descripción": "counterparty",
                    "Referencia": "reference",
                    **WHEN,
                },
                Kind.BILL_PAYMENT,
                Sample(
                    "Fecha y Hora: 03/Agosto/2026 08:10\nTransacción: Pago de Servicio Agua del Valle\nCanal: Banca Web\nTe informamos que el siguiente pago se ha realizado.\nDetalle\nSuministro: 123456789\nMonto: USD 18.40\nCuenta Débito: XXXXXXXXXXXXX54321\nDescripción: Agua del Valle\nReferencia: 987654321",
                    "18.40 USD",
                    counterparty="Agua del Valle",
                    account="4321",
                    when="2026-08-03T08:10:00",
                    reference="987654321",
                ),
            ),
            Layout(
                "cash",
                OUT,
                "Retiro sin tarjeta de débito Produbanco en cajero",
                {"Monto": "amount", "Cuenta débito": "account", **WHEN},
                Kind.WITHDRAWAL,
                Sample(
                    "Fecha y Hora: 04/Agosto/2026 19:02\nTransacción: Retiro sin tarjeta de débito Produbanco en cajero Automático\nDetalle\nMonto: $40.00\nCuenta débito: SAM XXXXXX54321\nCajero: PLAZA SUR",
                    "40.00 USD",
                    account="4321",
                    when="2026-08-04T19:02:00",
                ),
            ),
            Layout(
                "reversal",
                IN,
                "se acaba de registrar el reverso de un consumo con la tarjeta",
                {"Valor": "amount", "Establecimiento": "counterparty", **WHEN},
                Kind.REVERSAL,
                Sample(
                    "Fecha y Hora: 03/08/2026 17:20:11\nTransacción: Reverso Consumo Tarjeta de Débito Produbanco\nTe informamos que se acaba de registrar el reverso de un consumo con la tarjeta VISA Produbanco XXXXXXXXXXXX4417 por un valor de USD 8.15 en PANADERIA SUR Quito EC.\nDetalle\nValor: USD 8.15\nEstablecimiento: PANADERIA SUR Quito EC",
                    "8.15 USD",
                    counterparty="PANADERIA SUR Quito EC",
                    account="4417",
                    when="2026-08-03T17:20:11",
                ),
                also=("Produbanco XXXXXXXXXXXX{account} por un valor",),
            ),
            Format(
                "from-abroad",
                IN,
                "la acreditación en tu cuenta {account} de la transferencia Internacional Recibida de {counterparty} por el valor de {amount}",
                Kind.TRANSFER,
                Sample(
                    "Fecha y Hora: 04/Agosto/2026 11:05\nTransacción: Transferencia Internacional Recibida\nTe confirmamos la acreditación en tu cuenta XXXXXX54321 de la transferencia Internacional Recibida de NORTHLIGHT STUDIO por el valor de USD 1234.56.",
                    "1234.56 USD",
                    counterparty="NORTHLIGHT STUDIO",
                    account="4321",
                    when="2026-08-04T11:05:00",
                ),
                also=("Fecha y Hora: {datetime} Transacción",),
            ),
        ),
        notices=(
            Notice("otp", "Has generado un código para retirar", "Has generado un código para retirar efectivo en los cajeros."),
        ),
    ),
)
