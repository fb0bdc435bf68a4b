"""Banco Santander Chile. Payments of companies, transfers and card purchases."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "santander-cl",
        "Santander Chile",
        ("santander.cl",),
        "CL",
        "CLP",
        (
            Format(
                "office-payment",
                OUT,
                "Comprobante de Autorización de Pago El pago se ha realizado con éxito {words} Monto:{amount} Empresa: {words} Servicio: {counterparty} Cuenta: {account} Fecha: {date} Hora Transacción: {time} [Hrs |]Estado: Pago Realizado NOR: {reference}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Office Banking Comprobante de Autorización de Pago El pago se ha realizado con éxito Estimado (a): TALLER NORTE SPA / Transaccional Enviamos el detalle del pago realizado. Monto:$614.870 Empresa: TALLER NORTE SPA Rut: 76.000.000-0 Servicio: Pago a S.I.I. Cuenta: 0-000-73-89941-2 Fecha: 21-04-2026 Hora Transacción: 17:05 Hrs Estado: Pago Realizado NOR: 000000501922360",
                    "614870 CLP",
                    counterparty="Pago a S.I.I.",
                    account="9412",
                    when="2026-04-21T17:05:00",
                    reference="000000501922360",
                ),
                seen=True,
            ),
            Format(
                "card-spend",
                OUT,
                "se ha realizado una compra por {amount} con su tarjeta [de crédito|de débito|] [terminada en |]{account} en {counterparty} el {date} a las {time}",
                Kind.PURCHASE,
                Sample(
                    "Le informamos que se ha realizado una compra por $24.990 con su tarjeta de crédito terminada en 6620 en FERIA AUSTRAL el 22/04/2026 a las 18:12 hrs.",
                    "24990 CLP",
                    counterparty="FERIA AUSTRAL",
                    account="6620",
                    when="2026-04-22T18:12:00",
                ),
            ),
        ),
    ),
)
