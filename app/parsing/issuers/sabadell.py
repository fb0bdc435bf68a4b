"""Banco Sabadell. Cards and transfers, Spain."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "sabadell",
        "Banco Sabadell",
        (
            "bancsabadell.com",
            "sabadell.es",
        ),
        "ES",
        "EUR",
        (
            Format(
                "card-spend",
                OUT,
                "[Has realizado|Realizaste|Has hecho|Usted realizó|Se realizó|Se ha realizado] [una compra|un consumo|un pago|una compra con tarjeta] [de|por|por importe de|por un monto de] {amount} en {counterparty} con [tu|su|la] tarjeta [de crédito |de débito ][terminada en |terminación |acabada en |número |]{account} el {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Realizaste una compra por 45,30 € en LIBRERIA LUNA con tu tarjeta de débito terminada en 4417 el 12/05/2026.",
                    "45.30 EUR",
                    counterparty="LIBRERIA LUNA",
                    account="4417",
                    when="2026-05-12",
                ),
            ),
            Format(
                "transfer-in",
                IN,
                "[Has recibido|Recibiste|Usted recibió] una transferencia [de|por|por importe de|por un monto de] {amount} de {counterparty} [en|a] [tu|su] cuenta [terminada en |número |acabada en |]{account}",
                Kind.TRANSFER,
                Sample(
                    "Recibiste una transferencia por 210,00 € de ELENA MARIN en tu cuenta terminada en 4417.",
                    "210.00 EUR",
                    counterparty="ELENA MARIN",
                    account="4417",
                ),
            ),
            Format(
                "transfer-out",
                OUT,
                "[Has realizado|Realizaste|Has enviado|Enviaste|Usted realizó] una transferencia [de|por|por importe de|por un monto de] {amount} a {counterparty} desde [tu|su] cuenta [terminada en |número |acabada en |]{account}",
                Kind.TRANSFER,
                Sample(
                    "Realizaste una transferencia por 95,00 € a HUGO SALAS desde tu cuenta terminada en 4417.",
                    "95.00 EUR",
                    counterparty="HUGO SALAS",
                    account="4417",
                ),
            ),
            Format(
                "cash",
                OUT,
                "[Has realizado|Realizaste|Has hecho|Usted realizó|Se realizó] un retiro [de efectivo |][de|por|por importe de|por un monto de] {amount} en {counterparty} con [tu|su|la] tarjeta [de crédito |de débito ][terminada en |terminación |acabada en |número |]{account} el {datetime}",
                Kind.WITHDRAWAL,
                Sample(
                    "Realizaste un retiro por 60,00 € en CAJERO CENTRO con tu tarjeta de débito terminada en 4417 el 13/05/2026.",
                    "60.00 EUR",
                    counterparty="CAJERO CENTRO",
                    account="4417",
                    when="2026-05-13",
                ),
            ),
        ),
        aliases=("sabadell",),
    ),
)
